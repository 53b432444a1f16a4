package org.daicho.ledger.engine.store;

import java.sql.SQLException;
import java.util.Set;

/**
 * Failures of a database that come from others at work in it at the same moment. Nothing is wrong and nothing of the
 * statement's transaction is kept: the same again passes.
 */
public final class Contention {

    /** How often a thing is tried before its failure counts. */
    public static final int ATTEMPTS = 4;

    private static final Set<String> STATES = Set.of(
            // A deadlock, which one side is given up to end: as the standard and Derby, and as PostgreSQL say it.
            "40001", "40P01",
            // A Java fault inside Derby. Threads share the plan of a statement, and when a table grows, one makes it anew
            // while another runs it: that one takes parts of the new for those of the old (ClassCastException in
            // GenericResultSetFactory; the lock against it is commented out in GenericActivationHolder.execute).
            "XJ001");

    /** Causes of causes that turn in a circle end somewhere. */
    private static final int DEPTH = 10;

    private Contention() {
    }

    /** Tells whether a failure, or what it comes from, is of this kind. */
    public static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
