package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The order of the days of an approval of erasure software (3-4(2)).
 */
final class ErasureSoftwareRules {

    private static final String CLAUSE = "3-4(2)";
    private static final Set<String> WITHDRAWING = Set.of(ErasureSoftware.WITHDRAW);

    private final Rules rules;

    ErasureSoftwareRules(Texts texts) {
        rules = new Rules(ErasureSoftware.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.notInFuture(CLAUSE, Set.of(ErasureSoftware.APPROVE), ErasureSoftware.APPROVED_ON,
                        "software.future"),
                rules.notInFuture(CLAUSE, WITHDRAWING, ErasureSoftware.WITHDRAWN_ON, "software.future"),
                rules.check(CLAUSE, WITHDRAWING, this::beforeApproval));
    }

    private List<Violation> beforeApproval(Change change, LedgerView view) {
        LocalDate approvedOn = change.fields().date(ErasureSoftware.APPROVED_ON);
        return Days.isAfter(approvedOn, change.fields().date(ErasureSoftware.WITHDRAWN_ON))
                ? List.of(rules.violation(ErasureSoftware.WITHDRAWN_ON, CLAUSE, "software.order",
                        approvedOn.toString()))
                : List.of();
    }
}
