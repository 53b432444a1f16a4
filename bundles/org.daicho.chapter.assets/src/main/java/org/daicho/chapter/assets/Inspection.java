package org.daicho.chapter.assets;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Texts;

/**
 * The inspection of the register that the responsible manager owes (2-3(2)). The procedure says 随時; the council
 * configures how many months that is at most.
 */
final class Inspection {

    private static final String CLAUSE = "2-3(2)";

    private final Texts texts;
    private final int months;

    Inspection(Texts texts, int months) {
        this.texts = texts;
        this.months = months;
    }

    DutySource source() {
        return new DutySource(CLAUSE, Inventory.LEDGER, this::duties);
    }

    private List<Duty> duties(LocalDate from, LocalDate to, LedgerView view) {
        return view.checkedOn(Inventory.LEDGER, Sheets.CURRENT).map(last -> again(last, from, to))
                .orElseGet(() -> first(to, view));
    }

    private List<Duty> again(LocalDate last, LocalDate from, LocalDate to) {
        LocalDate due = last.plusMonths(months);
        return AssetGaps.isWithin(due, from, to)
                ? List.of(duty(due, texts.text("duty.inspect", Integer.toString(months), last.toString())))
                : List.of();
    }

    /** A register that was never inspected is due at once, as soon as it holds something. */
    private List<Duty> first(LocalDate to, LedgerView view) {
        return AssetGaps.active(view).findFirst().isPresent()
                ? List.of(duty(to, texts.text("duty.inspect.first")))
                : List.of();
    }

    private static Duty duty(LocalDate due, org.daicho.ledger.Text title) {
        return new Duty("inspection", Inventory.LEDGER, CLAUSE, title, due, null);
    }
}
