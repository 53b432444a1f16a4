package org.daicho.chapter.assets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The inspection of the register that the responsible manager owes (2-3(2)). The procedure says 随時; the council
 * configures how many months that is at most.
 */
final class Inspection {

    private final Dues dues;
    private final int months;

    Inspection(Texts texts, int months) {
        dues = new Dues(Inventory.LEDGER, "2-3(2)", texts);
        this.months = months;
    }

    DutySource source() {
        return dues.source(this::duties);
    }

    private Stream<Duty> duties(LedgerView view) {
        Optional<LocalDate> last = view.checkedOn(Inventory.LEDGER, SheetPeriod.CURRENT);
        return last.or(() -> firstAsset(view)).map(day -> day.plusMonths(months)).map(due -> last.isPresent()
                ? dues.duty("inspection", due, "duty.inspect", last.get().toString())
                : dues.duty("inspection", due, "duty.inspect.first")).stream();
    }

    /** A register that was never inspected counts from its first asset; an empty one needs no inspection. */
    private static Optional<LocalDate> firstAsset(LedgerView view) {
        return AssetGaps.active(view).map(Entry::day).min(Comparator.naturalOrder());
    }
}
