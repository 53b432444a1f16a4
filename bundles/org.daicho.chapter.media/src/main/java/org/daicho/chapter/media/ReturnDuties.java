package org.daicho.chapter.media;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is out has to come back by its day, and its return has to be confirmed (3-2(1)). What is still out when its month
 * is checked is a gap of that check, also where its day has not come (3-5).
 */
final class ReturnDuties {

    private static final String CLAUSE = "3-2(1)";
    private static final String CHECK = "3-5";

    private final Texts texts;

    ReturnDuties(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Takeouts.LEDGER, this::returns),
                new DutySource(CLAUSE, Takeouts.LEDGER, this::confirmations),
                new DutySource(CHECK, Takeouts.LEDGER, this::stillOut));
    }

    private List<Duty> returns(LocalDate from, LocalDate to, LedgerView view) {
        return away(view).map(t -> new Duty("return:" + t.entry().id() + ":" + t.due(), Takeouts.LEDGER, CLAUSE,
                texts.text("duty.return", t.asset(), t.takenOn().toString(), t.due().toString()), t.due(),
                t.carrier()))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    private List<Duty> confirmations(LocalDate from, LocalDate to, LedgerView view) {
        return Takeout.all(view).filter(t -> t.isIn(Takeouts.State.RETURNED))
                .map(t -> new Duty("confirm:" + t.entry().id(), Takeouts.LEDGER, CLAUSE,
                        texts.text("duty.confirm", t.asset(), t.entry().fields().text(Takeouts.RETURNED_ON)),
                        t.entry().fields().date(Takeouts.RETURNED_ON), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** Only a check asks about days of one month; a list of duties has no use for what is merely out. */
    private List<Duty> stillOut(LocalDate from, LocalDate to, LedgerView view) {
        YearMonth month = YearMonth.from(to);
        if (!month.equals(YearMonth.from(from))) {
            return List.of();
        }
        return away(view).filter(t -> !t.takenOn().isAfter(to) && (t.due().isBefore(from) || t.due().isAfter(to)))
                .map(t -> new Duty("out:" + t.entry().id() + ":" + month, Takeouts.LEDGER, CHECK,
                        texts.text("gap.out", t.asset(), t.takenOn().toString(), t.due().toString()), to,
                        t.carrier()))
                .toList();
    }

    /** What is lost is no longer asked for; its report is ({@link TakeoutGaps}). */
    private static Stream<Takeout> away(LedgerView view) {
        return Takeout.all(view).filter(t -> t.isAway() && !t.isLost());
    }
}
