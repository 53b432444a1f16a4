package org.daicho.ledger.engine.write;

import org.daicho.ledger.engine.store.StoreException;

/**
 * The stored tree does not fit its signed checkpoint.
 */
public final class UnfitException extends StoreException {

    private static final long serialVersionUID = 1L;

    UnfitException(String message, Exception cause) {
        super(message, cause);
    }
}
