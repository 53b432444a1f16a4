package org.daicho.chapter.facilities;

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

    /** Makes a rule about what an entry says, which is broken where a test says so. */
    Rule content(String clause, String field, String message, Test broken) {
        return rule(clause, CONTENT, field, message, broken);
    }

    /** Makes a rule that is broken where a test says so. */
    Rule rule(String clause, Set<String> actions, String field, String message, Test broken) {
        return new Rule(clause, ledger, actions, (change, view) -> broken.holds(change, view)
                ? List.of(violation(field, clause, message))
                : List.of());
    }

    /** Makes a rule by which no day of a column lies after today. */
    Rule notInFuture(String clause, Set<String> actions, String field, String message) {
        return rule(clause, actions, field, message,
                (change, view) -> Days.isAfter(change.fields().date(field), change.today()));
    }

    /** Makes a rule by which a span does not end before it begins. */
    Rule inOrder(String clause, String from, String to) {
        return content(clause, to, "span.order",
                (change, view) -> Days.isAfter(change.fields().date(from), change.fields().date(to)));
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
