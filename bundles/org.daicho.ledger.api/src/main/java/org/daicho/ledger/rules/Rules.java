package org.daicho.ledger.rules;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Makes the rules of one ledger. A rule that says one thing about one column is a test and a message; one that says more
 * finds its violations itself.
 *
 * @param ledger the ledger's id
 * @param texts  the module's messages
 */
public record Rules(String ledger, Texts texts) {

    /** The actions that write what an entry says. */
    public static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    /** Makes a rule that finds what is broken itself. */
    public Rule check(String clause, Set<String> actions, Rule.Check check) {
        return new Rule(clause, ledger, actions, check);
    }

    /** Makes a rule that is broken where a test says so. */
    public Rule rule(String clause, Set<String> actions, String field, String message, Test broken) {
        return confirmable(clause, actions, field, message, broken, change -> null);
    }

    /** Makes a rule about what an entry says, which is broken where a test says so. */
    public Rule content(String clause, String field, String message, Test broken) {
        return rule(clause, CONTENT, field, message, broken);
    }

    /** Makes a rule that a reason under a code passes, for those to whom the code is told. */
    public Rule confirmable(String clause, Set<String> actions, String field, String message, Test broken, Code code) {
        return check(clause, actions, (change, view) -> broken.holds(change, view)
                ? List.of(new Violation(field, clause, texts.text(message), code.of(change)))
                : List.of());
    }

    /** Makes a violation that nothing passes. */
    public Violation violation(String field, String clause, String message, Object... args) {
        return new Violation(field, clause, texts.text(message, args));
    }

    /** Decides whether a change breaks a rule. */
    @FunctionalInterface
    public interface Test {

        /** Tells whether it does; under the conditions of {@link Rule.Check}. */
        boolean holds(Change change, LedgerView view);
    }

    /** Tells the code under which a reason passes a change. */
    @FunctionalInterface
    public interface Code {

        /** Returns the code, or {@code null} where no reason passes. */
        String of(Change change);
    }
}
