package org.daicho.ledger.engine;

import java.io.IOException;
import java.sql.SQLException;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.LedgerProvider;
import org.daicho.ledger.operation.OpenLedgers;
import org.daicho.ledger.spi.LedgerModule;

/**
 * Opens engines for who has no framework. Named in {@code META-INF/services}.
 */
public final class EngineProvider implements LedgerProvider {

    @Override
    public OpenLedgers open(Settings settings) throws IOException, SQLException {
        LedgerEngine engine = new LedgerEngine(new LedgerEngine.Settings(settings.database(), settings.keys(),
                settings.id(), settings.council(), settings.clock(), settings.deadline().toMillis()));
        engine.persons(settings.persons());
        return new Run(engine);
    }

    /** An engine whose modules are ranked as they come. */
    private static final class Run implements OpenLedgers {

        private final LedgerEngine engine;
        private long services;

        Run(LedgerEngine engine) {
            this.engine = engine;
        }

        @Override
        public void add(LedgerModule module) {
            engine.add(module, 0, services++);
        }

        @Override
        public void remove(LedgerModule module) {
            engine.remove(module);
        }

        @Override
        public Ledger ledger() {
            return engine.ledger();
        }

        @Override
        public Sheets sheets() {
            return engine.sheets();
        }

        @Override
        public Duties duties() {
            return engine.duties();
        }

        @Override
        public LedgerLog log() {
            return engine.log();
        }

        @Override
        public void close() throws IOException {
            engine.close();
        }
    }
}
