package org.daicho.ledger.operation;

import java.io.IOException;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.spi.LedgerModule;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One run of the ledgers that a {@link LedgerProvider} opened, from its start to its stop. The services serve many
 * threads; modules come and go by one.
 */
@ProviderType
public interface OpenLedgers extends AutoCloseable {

    /**
     * Takes a module in. Of two that claim one ledger, the one that came first has it.
     *
     * @param module the module; one that can't be taken is left out, and its ledgers are not there
     */
    void add(LedgerModule module);

    /**
     * Lets a module go; what it recorded stays readable.
     *
     * @param module the module
     */
    void remove(LedgerModule module);

    /** Returns the ledger service. */
    Ledger ledger();

    /** Returns the sheets service. */
    Sheets sheets();

    /** Returns the duties service. */
    Duties duties();

    /** Returns the log service. */
    LedgerLog log();

    /**
     * Stops the run; what was acknowledged is durable.
     *
     * @throws IOException where a key file can't be written
     */
    @Override
    void close() throws IOException;
}
