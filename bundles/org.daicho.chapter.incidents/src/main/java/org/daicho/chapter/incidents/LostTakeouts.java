package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What was taken out (様式2) and lost is reported (6-2(2)). Without chapter 3 there is nothing to see here.
 */
final class LostTakeouts {

    private static final String TAKEOUTS = "media.takeouts";
    private static final String LOST_ON = "lostOn";

    private final Texts texts;

    LostTakeouts(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("6-2(2)①", Report.LEDGER, this::unreported));
    }

    /** Also what was found again was lost, and stays to be reported. */
    private List<Duty> unreported(LocalDate from, LocalDate to, LedgerView view) {
        if (!view.isActive(TAKEOUTS)) {
            return List.of();
        }
        return view.all(TAKEOUTS).stream()
                .filter(e -> e.erased() == null && e.fields().has(LOST_ON) && !e.fields().date(LOST_ON).isAfter(to))
                .filter(e -> !isReported(e, view))
                .map(e -> new Duty("takeout:" + e.id(), Report.LEDGER, "6-2(2)①",
                        texts.text("duty.takeout", e.fields().text("asset"), e.fields().text(LOST_ON), e.id()),
                        e.fields().date(LOST_ON), e.fields().person("takenBy")))
                .toList();
    }

    private static boolean isReported(Entry takeout, LedgerView view) {
        String report = takeout.fields().text("incidentReport");
        return !view.find(Report.LEDGER, Report.TAKEOUT, takeout.id()).isEmpty()
                || report != null && view.entry(Report.LEDGER, report).isPresent();
    }
}
