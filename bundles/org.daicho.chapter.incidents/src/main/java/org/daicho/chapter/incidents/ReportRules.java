package org.daicho.chapter.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a report must fulfil beside its definition (6-1), and who keeps away from it (8-1(2)②).
 */
final class ReportRules {

    private static final Set<String> LOSS = Set.of("紛失", "漏えい");
    private static final Map<String, Set<String>> KINDS = Map.of(Report.KEYS, LOSS, Report.PAPER, LOSS, Report.DATA,
            Set.of("紛失", "漏えい", "破壊", "改竄", "流出"));

    private final Rules rules;

    ReportRules(Texts texts) {
        rules = new Rules(Report.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check("6-1(1)", Rules.CONTENT, this::kind),
                rules.rule("8-1(2)②", Set.of(), null, "report.reportedPerson", (change, view) -> isReported(change)));
    }

    private List<Violation> kind(Change change, LedgerView view) {
        String object = change.fields().text(Report.OBJECT);
        String kind = change.fields().text(Report.KIND);
        return object == null || kind == null || KINDS.get(object).contains(kind)
                ? List.of()
                : List.of(rules.violation(Report.KIND, Report.clause(object), "report.kind", object, kind));
    }

    /** Who was named in any version takes no step, so that no correction clears the way. No reason passes it. */
    static boolean isReported(Change change) {
        return !change.action().equals(Ledger.ENTER) && Stream
                .concat(change.history().stream().map(Entry::fields), Stream.of(change.fields()))
                .anyMatch(f -> change.caller().person().isSameAs(f.person(Report.REPORTED_PERSON)));
    }
}
