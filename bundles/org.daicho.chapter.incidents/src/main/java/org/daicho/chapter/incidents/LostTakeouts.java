package org.daicho.chapter.incidents;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.incidents.Reliances.Takeouts;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What was taken out (様式2) and lost is reported (6-2(2)). Without chapter 3 there is nothing to see here.
 */
final class LostTakeouts {

    private static final String CLAUSE = "6-2(2)①";

    private final Dues dues;

    LostTakeouts(Texts texts) {
        dues = new Dues(Report.LEDGER, CLAUSE, texts);
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unreported));
    }

    /** Also what was found again was lost, and stays to be reported. */
    private Stream<Duty> unreported(LedgerView view) {
        return view.isActive(Takeouts.LEDGER)
                ? view.standing(Takeouts.LEDGER).stream()
                        .filter(e -> e.fields().has(Takeouts.LOST_ON) && !isReported(e, view))
                        .map(e -> dues.duty("takeout:" + e.id(), e.fields().date(Takeouts.LOST_ON),
                                e.fields().person(Takeouts.TAKEN_BY), "duty.takeout",
                                e.fields().text(Takeouts.ASSET), e.fields().text(Takeouts.LOST_ON), e.id()))
                : Stream.empty();
    }

    private static boolean isReported(Entry takeout, LedgerView view) {
        String report = takeout.fields().text(Takeouts.INCIDENT_REPORT);
        return !view.find(Report.LEDGER, Report.TAKEOUT, takeout.id()).isEmpty()
                || report != null && view.entry(Report.LEDGER, report).isPresent();
    }
}
