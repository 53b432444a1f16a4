package org.daicho.chapter.council;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Makes the rules of one ledger.
 *
 * @param ledger the ledger's id
 * @param texts  the chapter's messages
 */
record Rules(String ledger, Texts texts) {

    /** The actions that write what an entry says. */
    static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    /** Makes a rule that is broken where a test says so. */
    Rule rule(String clause, Set<String> actions, String field, String message, Test broken) {
        return new Rule(clause, ledger, actions, (change, view) -> broken.holds(change, view)
                ? List.of(violation(field, clause, message))
                : List.of());
    }

    Violation violation(String field, String clause, String message, Object... args) {
        return new Violation(field, clause, texts.text(message, args));
    }

    /** Decides whether a change breaks a rule. */
    @FunctionalInterface
    interface Test {

        boolean holds(Change change, LedgerView view);
    }
}
