package org.daicho.ledger.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.LedgerEngine;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.spi.LedgerModule;

/**
 * One run of the provider, from its start to its stop. The only class of the kit that knows the provider.
 */
final class RunningLedger implements AutoCloseable {

    /** How long a module may take, in milliseconds: long, as a busy machine is no fault of a chapter. */
    private static final long DEADLINE = 60_000;

    private final LedgerEngine engine;
    private long services;

    private RunningLedger(LedgerEngine engine) {
        this.engine = engine;
    }

    static RunningLedger start(DataSource database, Path keys, TestClock clock, TestPeople people,
            LedgerModule... modules) {
        try {
            RunningLedger running = new RunningLedger(new LedgerEngine(
                    new LedgerEngine.Settings(database, keys, "test", "試験協議会", clock, DEADLINE)));
            running.engine.persons(people);
            for (LedgerModule module : modules) {
                running.add(module);
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not serve.", e);
        }
    }

    void add(LedgerModule module) {
        engine.add(module, 0, services++);
    }

    void remove(LedgerModule module) {
        engine.remove(module);
    }

    Ledger ledger() {
        return engine.ledger();
    }

    Sheets sheets() {
        return engine.sheets();
    }

    Duties duties() {
        return engine.duties();
    }

    LedgerLog log() {
        return engine.log();
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
