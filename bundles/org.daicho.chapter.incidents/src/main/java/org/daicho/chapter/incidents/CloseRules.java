package org.daicho.chapter.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.daicho.chapter.incidents.Reliances.Decisions;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What must be done before an incident is closed: classified (6-1, 0-3), a paper report put away (6-2(2)①), its assets
 * named and the response agreed (6-2(3)①), the contractor's result there (6-2(3)②), everyone told or not for a reason
 * (6-3), and training decided (7-1(3)③). The finding and the measure (8-1(2)②) the definition asks for. The person
 * reported hears none of it.
 */
final class CloseRules {

    private static final Set<String> CLOSE = Set.of("close");

    private final Rules rules;

    CloseRules(Texts texts) {
        rules = new Rules(Report.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check("6-1(3)", CLOSE, this::classified),
                needs("6-2(2)①", Report.KEPT_AT, "close.keptAt",
                        f -> !Report.ON_PAPER.equals(f.text(Report.MEDIUM)) || f.has(Report.KEPT_AT)),
                needs("6-2(3)①", Report.ASSETS, "close.assets", f -> f.has(Report.ASSETS) || f.has("noAssetsReason")),
                needs("6-2(3)①", Report.AGREED, "close.agreed", f -> f.has(Report.AGREED)),
                needs("6-2(3)②", Report.ASKED_AT, "close.contractor",
                        f -> !Report.isUnauthorised(f) || f.has(Report.ASKED_AT)),
                needs("6-2(3)②", Report.RESULT, "close.result",
                        f -> !Report.isUnauthorised(f) || f.has(Report.RESULT)),
                needs("6-3", Report.INFORMED, "close.informed", f -> f.has(Report.INFORMED) || f.has("noInformReason")),
                needs("6-3", Report.WARD, "close.ward", f -> f.has(Report.WARD) || f.has("noWardReportReason")),
                rules.check("7-1(3)③", CLOSE, this::training));
    }

    private Rule needs(String clause, String field, String message, Predicate<Fields> done) {
        return rules.rule(clause, CLOSE, field, message,
                (change, view) -> !ReportRules.isReported(change) && !done.test(change.fields()));
    }

    private List<Violation> classified(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (ReportRules.isReported(change)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (String column : List.of(Report.OBJECT, Report.KIND)) {
            if (!fields.has(column) && isIncident(fields)) {
                violations.add(rules.violation(column, Report.clause(fields.text(Report.OBJECT)), "close.kind"));
            }
        }
        for (String column : List.of("confidentiality", "integrity", "availability")) {
            if (!fields.has(column) && isIncident(fields)) {
                violations.add(rules.violation(column, "0-3", "close.affected"));
            }
        }
        return violations;
    }

    /** A sign or a breach of the rules may have hurt nothing yet. */
    private static boolean isIncident(Fields fields) {
        String kind = fields.text("reportKind");
        return kind == null || kind.equals("発生");
    }

    /** Where chapter 7 is kept here, the decision is recorded there; else in the report itself. */
    private List<Violation> training(Change change, LedgerView view) {
        boolean live = view.isActive(Decisions.LEDGER);
        boolean decided = live
                ? change.before() != null
                        && !view.find(Decisions.LEDGER, Decisions.SOURCE, change.before().id()).isEmpty()
                : change.fields().has("trainingDecision");
        return decided || ReportRules.isReported(change)
                ? List.of()
                : List.of(rules.violation("trainingDecision", "7-1(3)③",
                        live ? "close.training" : "close.training.absent",
                        change.before() == null ? "" : change.before().id()));
    }
}
