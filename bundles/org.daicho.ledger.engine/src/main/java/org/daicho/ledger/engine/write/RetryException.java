package org.daicho.ledger.engine.write;

/**
 * What a change rests on has changed meanwhile: its rules have to run again.
 */
public final class RetryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RetryException() {
        super("What the change rests on has changed.", null, false, false);
    }
}
