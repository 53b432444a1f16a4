package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What somebody went to see in the offices and vouches for, as the system can't: cables out of reach (4-5), notebooks
 * locked away (4-6(1)), cabinets locked while nobody is there (5-4(2)). What is not well stays due until it is mended.
 */
final class PlaceChecks {

    static final String LEDGER = "facilities.place-checks";

    static final String PLACE = "place";
    static final String SUBJECT = "subject";
    static final String RESULT = "result";
    static final String SETTLED_ON = "settledOn";

    static final String BAD = "要改善";
    static final String ABSENCE = "不在時の書庫等の施錠";

    /** The clause for which each subject is looked at. */
    private static final Map<String, String> CLAUSES = Map.of("LANケーブルの配線", "4-5", "ノートパソコンの収納", "4-6(1)",
            ABSENCE, "5-4(2)");

    private final Texts texts;

    PlaceChecks(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return CLAUSES.keySet().stream().sorted()
                .map(subject -> dues(CLAUSES.get(subject))
                        .source((from, to, view) -> unsettled(subject, from, to, view)))
                .toList();
    }

    private List<Duty> unsettled(String subject, LocalDate from, LocalDate to, LedgerView view) {
        return view.between(LEDGER, from, to).stream().filter(e -> isOpen(e, view))
                .filter(e -> subject.equals(e.fields().text(SUBJECT)))
                .map(e -> dues(CLAUSES.get(subject)).duty("settle:" + e.id(), e.day(),
                        ABSENCE.equals(subject) ? "duty.foundOpen" : "duty.settle", e.day().toString(),
                        e.fields().text(PLACE), subject))
                .toList();
    }

    /** What was found open is a sign of an incident (兆候), which is reported too. */
    private static boolean isOpen(Entry check, LedgerView view) {
        boolean settled = check.fields().has(SETTLED_ON) && (!ABSENCE.equals(check.fields().text(SUBJECT))
                || Incidents.isReported(check.fields(), view));
        return BAD.equals(check.fields().text(RESULT)) && !settled;
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
