package org.daicho.ledger.operation;

import java.util.Map;

import org.daicho.ledger.LedgerState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells how the ledger is doing, for health checks and figures. It names no person and nothing that was entered. Safe for
 * use by many threads.
 */
@ProviderType
public interface LedgerStatus {

    /**
     * Looks at the ledger now. Asks the database and the key folder, so it takes as long as those do.
     *
     * @return how it is doing
     */
    LedgerState state();

    /**
     * Counts the entries of each ledger. Reads an index from end to end, so not to be asked for each second.
     *
     * @return the number of entries by ledger
     */
    Map<String, Long> entries();

    /**
     * Returns what was counted since the start. Takes no time to speak of.
     *
     * @return the counts
     */
    LedgerFigures figures();
}
