package org.daicho.ledger.engine.store;

/**
 * The database failed.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception from what the database said. */
    public StoreException(Exception cause) {
        super(cause);
    }

    /** Makes the exception with what is wrong. */
    protected StoreException(String message, Exception cause) {
        super(message, cause);
    }
}
