package org.daicho.ledger.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ServiceLoader;

import javax.sql.DataSource;

import org.daicho.ledger.operation.LedgerProvider;
import org.daicho.ledger.operation.OpenLedgers;
import org.daicho.ledger.spi.LedgerModule;

/**
 * Starts whatever ledger provider the tests have on their class path.
 */
final class RunningLedger {

    /** How long a module may take: long, as a busy machine is no fault of a chapter. */
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private RunningLedger() {
    }

    static OpenLedgers start(DataSource database, Path keys, TestClock clock, TestPeople people,
            LedgerModule... modules) {
        LedgerProvider provider = ServiceLoader.load(LedgerProvider.class, RunningLedger.class.getClassLoader())
                .findFirst().orElseThrow(() -> new IllegalStateException("no ledger provider on the class path"));
        try {
            OpenLedgers running = provider.open(
                    new LedgerProvider.Settings(database, keys, "test", "試験協議会", clock, DEADLINE, people));
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
}
