package org.daicho.chapter.systems;

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
        return confirmable(clause, actions, field, message, broken, change -> null);
    }

    /** Makes a rule about what an entry says, which is broken where a test says so. */
    Rule content(String clause, String field, String message, Test broken) {
        return rule(clause, CONTENT, field, message, broken);
    }

    /** Makes a rule that a reason under a code passes, for those to whom the code is told. */
    Rule confirmable(String clause, Set<String> actions, String field, String message, Test broken, Code code) {
        return new Rule(clause, ledger, actions, (change, view) -> broken.holds(change, view)
                ? List.of(new Violation(field, clause, texts.text(message), code.of(change)))
                : List.of());
    }

    /** Makes a rule by which no day of a column lies after today. */
    Rule notInFuture(String clause, Set<String> actions, String field) {
        return rule(clause, actions, field, "day.future",
                (change, view) -> Days.isAfter(change.fields().date(field), change.today()));
    }

    /** Makes a rule by which a span does not end before it begins. */
    Rule inOrder(String clause, Set<String> actions, String from, String to) {
        return rule(clause, actions, to, "day.order",
                (change, view) -> Days.isAfter(change.fields().date(from), change.fields().date(to)));
    }

    /** Decides whether a change breaks a rule. */
    @FunctionalInterface
    interface Test {

        boolean holds(Change change, LedgerView view);
    }

    /** Tells the code under which a reason passes a change, or {@code null} where none does. */
    @FunctionalInterface
    interface Code {

        String of(Change change);
    }
}
