package org.daicho.ledger.engine.module;

/**
 * A fault as the log may have it: what it is and where it happened, without its message. That could quote what a person
 * entered, as {@code For input string: "…"} does.
 */
public final class Trace extends Exception {

    private static final long serialVersionUID = 1L;

    /** Causes of causes that turn in a circle end somewhere. */
    private static final int DEPTH = 10;

    private Trace(Throwable fault, int depth) {
        super(fault.getClass().getName(), fault.getCause() == null || depth == 0
                ? null
                : new Trace(fault.getCause(), depth - 1), false, true);
        setStackTrace(fault.getStackTrace());
    }

    /**
     * Takes the message from a fault and its causes.
     *
     * @param fault what happened
     * @return the same without messages
     */
    public static Trace of(Throwable fault) {
        return new Trace(fault, DEPTH);
    }
}
