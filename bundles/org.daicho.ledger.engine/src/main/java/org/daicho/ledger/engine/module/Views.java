package org.daicho.ledger.engine.module;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.view.LedgerView;

/**
 * What one request sees of the ledgers, as each module may see it.
 */
public interface Views {

    /**
     * Returns the view of a module.
     *
     * @param module who looks; what other modules keep secret is left out
     */
    LedgerView of(LedgerModule module);
}
