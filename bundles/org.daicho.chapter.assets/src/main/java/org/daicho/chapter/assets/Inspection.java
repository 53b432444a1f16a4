package org.daicho.chapter.assets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.Sheets;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

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
        Optional<LocalDate> last = view.checkedOn(Inventory.LEDGER, Sheets.CURRENT);
        Text title = last.map(day -> texts.text("duty.inspect", day.toString()))
                .orElseGet(() -> texts.text("duty.inspect.first"));
        return last.or(() -> firstAsset(view)).map(day -> day.plusMonths(months)).filter(due -> !due.isAfter(to))
                .map(due -> new Duty("inspection", Inventory.LEDGER, CLAUSE, title, due, null)).stream().toList();
    }

    /** A register that was never inspected counts from its first asset; an empty one needs no inspection. */
    private static Optional<LocalDate> firstAsset(LedgerView view) {
        return AssetGaps.active(view).map(Entry::day).min(Comparator.naturalOrder());
    }
}
