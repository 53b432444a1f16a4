package org.daicho.chapter.training;

import org.daicho.ledger.view.LedgerView;

/**
 * The names of a decision on training, as {@code definitions/training.decisions.json} has them (7-1(3)③).
 */
final class Decision {

    static final String LEDGER = "training.decisions";
    static final String OPEN = "open";
    static final String DECIDED = "decided";

    static final String CAUSE = "cause";
    static final String SOURCE = "source";
    static final String NEEDED = "needed";
    static final String DUE_ON = "dueOn";

    private Decision() {
    }

    /** Tells whether a decision was asked for because of an entry of another ledger. */
    static boolean isAsked(String source, LedgerView view) {
        return !view.find(LEDGER, SOURCE, source).isEmpty();
    }
}
