package org.daicho.ledger.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.daicho.ledger.view.LedgerView;

/**
 * A rule of the procedure about one ledger.
 *
 * @param clause  the clause it comes from
 * @param ledger  the ledger's id
 * @param actions the actions it looks at; empty for all
 * @param check   the rule itself
 */
public record Rule(String clause, String ledger, Set<String> actions, Check check) {

    public Rule {
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(check, "check");
        actions = Set.copyOf(actions);
    }

    /** Decides about a change. */
    @FunctionalInterface
    public interface Check {

        /**
         * Decides about a change. Runs outside locks and transactions, maybe several times for one change.
         *
         * @param change the change to be
         * @param view   what the ledgers hold; what is read here is noted, and holds until the change is written
         * @return what the change breaks; empty where it is well
         */
        List<org.daicho.ledger.value.Violation> violations(Change change, LedgerView view);
    }
}
