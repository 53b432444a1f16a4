package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.SheetRef;

/**
 * Lists the sheets of a ledger, the newest first.
 */
public final class SheetIndex {

    private final Store store;
    private final LedgerViews views;
    private final LedgerClock clock;

    /**
     * Lists sheets.
     *
     * @param store knows the days of the entries
     * @param views has the checks
     * @param clock tells the day
     */
    public SheetIndex(Store store, LedgerViews views, LedgerClock clock) {
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    List<SheetRef> of(Definition definition) {
        NotingView view = views.view();
        List<Store.DayCount> days = store.days(definition.id());
        if (!Periods.isBounded(definition)) {
            int entries = days.stream().mapToInt(Store.DayCount::entries).sum();
            return List.of(new SheetRef(SheetPeriod.CURRENT, entries,
                    view.checkedOn(definition.id(), SheetPeriod.CURRENT).isPresent()));
        }
        Map<SheetPeriod, Integer> counts = new TreeMap<>(Comparator.comparing(SheetPeriod::first).reversed());
        counts.put(period(definition, clock.today()), 0);
        days.forEach(day -> counts.merge(period(definition, day.day()), day.entries(), Integer::sum));
        return counts.entrySet().stream().map(count -> new SheetRef(count.getKey(), count.getValue(),
                isChecked(view, definition, count.getKey()))).toList();
    }

    private static SheetPeriod period(Definition definition, LocalDate day) {
        return definition.period() == Period.MONTH ? SheetPeriod.of(YearMonth.from(day)) : Periods.half(day);
    }

    /** A sheet of several months is checked once each of them is. */
    private static boolean isChecked(NotingView view, Definition definition, SheetPeriod period) {
        return period.months().stream().map(SheetPeriod::of)
                .allMatch(month -> view.checkedOn(definition.id(), month).isPresent());
    }
}
