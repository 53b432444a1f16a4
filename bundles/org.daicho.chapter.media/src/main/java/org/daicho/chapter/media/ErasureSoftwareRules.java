package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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

    private final Texts texts;

    ErasureSoftwareRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(
                new Rule(CLAUSE, ErasureSoftware.LEDGER, Set.of(ErasureSoftware.APPROVE),
                        (change, view) -> inFuture(change, ErasureSoftware.APPROVED_ON)),
                new Rule(CLAUSE, ErasureSoftware.LEDGER, Set.of(ErasureSoftware.WITHDRAW),
                        (change, view) -> inFuture(change, ErasureSoftware.WITHDRAWN_ON)),
                new Rule(CLAUSE, ErasureSoftware.LEDGER, Set.of(ErasureSoftware.WITHDRAW), this::beforeApproval));
    }

    private List<Violation> inFuture(Change change, String column) {
        return Days.isAfter(change.fields().date(column), change.today())
                ? List.of(new Violation(column, CLAUSE, texts.text("software.future")))
                : List.of();
    }

    private List<Violation> beforeApproval(Change change, LedgerView view) {
        LocalDate approvedOn = change.fields().date(ErasureSoftware.APPROVED_ON);
        return Days.isAfter(approvedOn, change.fields().date(ErasureSoftware.WITHDRAWN_ON))
                ? List.of(new Violation(ErasureSoftware.WITHDRAWN_ON, CLAUSE,
                        texts.text("software.order", approvedOn.toString())))
                : List.of();
    }
}
