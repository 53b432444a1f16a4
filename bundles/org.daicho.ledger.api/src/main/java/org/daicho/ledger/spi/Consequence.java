package org.daicho.ledger.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.daicho.ledger.view.LedgerView;

/**
 * What a change of one ledger brings about in others: one act of a person, several ledgers. Each step is judged by the
 * rules of the ledger that it is taken in, with the same person and role, and its right comes from that ledger's
 * definition, whose action names the origin ({@code origins}). All of them stand in the log in one commit, or none does.
 * <p>
 * A step in a ledger whose module is not there is left out: the duties of the origin say what is then to be done on
 * paper. What a step would bring about in turn does not follow.
 *
 * @param clause  the clause it comes from
 * @param ledger  the ledger of the change
 * @param actions the actions that bring it about; empty for all
 * @param follow  finds the steps
 */
public record Consequence(String clause, String ledger, Set<String> actions, Follow follow) {

    public Consequence {
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(follow, "follow");
        actions = Set.copyOf(actions);
    }

    /** Finds what a change brings about. */
    @FunctionalInterface
    public interface Follow {

        /**
         * Finds the steps. Runs once the change has passed its own rules, under the conditions of {@link Rule.Check}.
         *
         * @param change the change to be
         * @param view   what the ledgers hold, without the change
         * @return the steps in the order in which they are judged, at most one on each entry; empty where nothing follows
         */
        List<Act> acts(Change change, LedgerView view);
    }
}
