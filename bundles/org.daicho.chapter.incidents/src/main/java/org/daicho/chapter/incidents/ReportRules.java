package org.daicho.chapter.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a report must fulfil (6-1, 6-2(2)), and who keeps away from it (8-1(2)②).
 */
final class ReportRules {

    private static final Set<String> LOSS = Set.of("紛失", "漏えい");
    private static final Map<String, Set<String>> KINDS = Map.of(Report.KEYS, LOSS, Report.PAPER, LOSS, Report.DATA,
            Set.of("紛失", "漏えい", "破壊", "改竄", "流出"));

    private final Texts texts;

    ReportRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule("6-1(1)", Report.LEDGER, Contacts.CONTENT, this::kind),
                new Rule("6-2(2)③", Report.LEDGER, Contacts.CONTENT, this::times),
                new Rule("6-3", Report.LEDGER, Contacts.CONTENT, this::persons),
                new Rule("8-1(2)②", Report.LEDGER, Set.of(), this::reportedPerson));
    }

    private List<Violation> kind(Change change, LedgerView view) {
        String object = change.fields().text(Report.OBJECT);
        String kind = change.fields().text(Report.KIND);
        return object == null || kind == null || KINDS.get(object).contains(kind)
                ? List.of()
                : List.of(new Violation(Report.KIND, Report.clause(object), texts.text("report.kind", object, kind)));
    }

    private List<Violation> times(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (!fields.has(Report.DISCOVERED_AT) || !fields.has(Report.REPORTED_AT)) {
            return List.of();
        }
        if (Days.of(fields.dateTime(Report.REPORTED_AT)).isAfter(change.today())) {
            return List.of(new Violation(Report.REPORTED_AT, "6-2(2)③", texts.text("report.future")));
        }
        return fields.dateTime(Report.DISCOVERED_AT).isAfter(fields.dateTime(Report.REPORTED_AT))
                ? List.of(new Violation(Report.DISCOVERED_AT, "6-2(2)③", texts.text("report.discovered")))
                : List.of();
    }

    private List<Violation> persons(Change change, LedgerView view) {
        Long persons = change.fields().integer(Report.PERSONS_AFFECTED);
        return persons == null || persons >= 0
                ? List.of()
                : List.of(new Violation(Report.PERSONS_AFFECTED, "6-3", texts.text("report.persons")));
    }

    private List<Violation> reportedPerson(Change change, LedgerView view) {
        return isReported(change)
                ? List.of(new Violation(null, "8-1(2)②", texts.text("report.reportedPerson")))
                : List.of();
    }

    /** Who was named in any version takes no step, so that no correction clears the way. No reason passes it. */
    static boolean isReported(Change change) {
        return !change.action().equals(Ledger.ENTER) && Stream
                .concat(change.history().stream().map(Entry::fields), Stream.of(change.fields()))
                .anyMatch(f -> change.caller().person().isSameAs(f.person(Report.REPORTED_PERSON)));
    }
}
