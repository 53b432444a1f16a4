package org.daicho.ledger.jdbc.internal.write;

import org.daicho.ledger.jdbc.internal.store.StoreException;

/**
 * The stored tree does not fit its signed checkpoint.
 */
public final class UnfitException extends StoreException {

    private static final long serialVersionUID = 1L;

    UnfitException(String message, Exception cause) {
        super(message, cause);
    }
}
