package org.daicho.ledger.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * The responsible manager's check of a ledger's month (3-5, 5-5, 8-3), or of a living list (2-3(2)).
 *
 * @param ledger  the ledger's id
 * @param period  a month or the list as it stands
 * @param gaps    what the check has to explain
 * @param checked the newest signature, or {@code null} where it was not signed; an earlier one stays in the log, and
 *                the sheet stays as the first one has it
 * @param open    the improvements that this and other checks of the ledger ask for and that are not done yet
 */
public record MonthlyCheck(String ledger, SheetPeriod period, List<Gap> gaps, Checked checked,
        List<OpenImprovement> open) {

    public MonthlyCheck {
        gaps = List.copyOf(gaps);
        open = List.copyOf(open);
    }

    /**
     * Something of the period that is missing or wrong.
     *
     * @param id     names the gap as long as it stays the same
     * @param clause the clause that it falls short of
     * @param text   what is missing or wrong
     */
    public record Gap(String id, String clause, Text text) {
    }

    /**
     * A signed check.
     *
     * @param by           who signed
     * @param as           as the manager or as the deputy
     * @param at           when
     * @param remarks      what was found
     * @param explanations the explanation of each gap, by its id
     * @param improvements what is to be improved
     * @param digest       the digest of the sheet as it was checked
     * @param entry        the id of the check's own entry in the log
     */
    public record Checked(Person by, Role as, Instant at, String remarks, Map<String, String> explanations,
            List<Improvement> improvements, String digest, String entry) {

        public Checked {
            explanations = Map.copyOf(explanations);
            improvements = List.copyOf(improvements);
        }
    }
}
