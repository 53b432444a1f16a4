package org.daicho.chapter.media;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is out has to come back by its day, and its return has to be confirmed (3-2(1)). What is still out when its month
 * is checked is a gap of that check, also where its day has not come (3-5).
 */
final class ReturnDuties {

    private final Dues returns;
    private final Dues checks;

    ReturnDuties(Texts texts) {
        returns = new Dues(Takeouts.LEDGER, "3-2(1)", texts);
        checks = new Dues(Takeouts.LEDGER, "3-5", texts);
    }

    List<DutySource> sources() {
        return List.of(returns.source(this::returns), returns.source(this::confirmations),
                checks.source(this::stillOut));
    }

    private Stream<Duty> returns(LedgerView view) {
        return away(view).map(t -> returns.duty("return:" + t.entry().id() + ":" + t.due(), t.due(), t.carrier(),
                "duty.return", t.asset(), t.takenOn().toString(), t.due().toString()));
    }

    private Stream<Duty> confirmations(LedgerView view) {
        return Takeout.all(view).filter(t -> t.isIn(Takeouts.State.RETURNED))
                .map(t -> returns.duty("confirm:" + t.entry().id(), t.entry().fields().date(Takeouts.RETURNED_ON),
                        "duty.confirm", t.asset(), t.entry().fields().text(Takeouts.RETURNED_ON)));
    }

    /** Only a check asks about days of one month; a list of duties has no use for what is merely out. */
    private List<Duty> stillOut(LocalDate from, LocalDate to, LedgerView view) {
        YearMonth month = YearMonth.from(to);
        if (!month.equals(YearMonth.from(from))) {
            return List.of();
        }
        return away(view).filter(t -> !t.takenOn().isAfter(to) && (t.due().isBefore(from) || t.due().isAfter(to)))
                .map(t -> checks.duty("out:" + t.entry().id() + ":" + month, to, t.carrier(), "gap.out", t.asset(),
                        t.takenOn().toString(), t.due().toString()))
                .toList();
    }

    /** What is lost is no longer asked for; its report is ({@link Losses}). */
    private static Stream<Takeout> away(LedgerView view) {
        return Takeout.all(view).filter(t -> t.isAway() && !t.isLost());
    }
}
