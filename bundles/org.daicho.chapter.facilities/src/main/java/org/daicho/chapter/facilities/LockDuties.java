package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * What the month's check of 様式5 has to explain (5-5): days on which the office opened and nobody wrote a row, cabinets
 * that were found open (5-4(3)), and cabinets that stand in no office, or of which nothing is known (5-2).
 */
final class LockDuties {

    private static final List<String> LEDGERS = List.of(Locking.LEDGER, Keys.LEDGER, Calendar.LEDGER,
            Substitutes.LEDGER);

    private final Texts texts;
    private final OfficeDays.Habit habit;

    LockDuties(Texts texts, OfficeDays.Habit habit) {
        this.texts = texts;
        this.habit = habit;
    }

    List<DutySource> sources() {
        return List.of(dues("5-4(3)").source(this::missing),
                dues("5-4(3)").source(this::unlocked),
                dues("5-2").source(this::outside));
    }

    /**
     * The days up to today that have no row: all since the chapter came into use, and those of earlier months of which
     * rows were written afterwards; in the month in which it came into use, from the first such row.
     */
    private List<Duty> missing(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate last = Days.earlier(to, view.today());
        Optional<LocalDate> begun = begun(view);
        if (begun.isEmpty() || last.isBefore(from)) {
            return List.of();
        }
        TreeSet<LocalDate> written = view.all(Locking.LEDGER).stream().map(Entry::day)
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate first = begun.get().withDayOfMonth(1);
        LocalDate start = Stream.ofNullable(written.ceiling(first)).reduce(begun.get(), Days::earlier);
        Set<YearMonth> months = written.headSet(first).stream().map(YearMonth::from).collect(Collectors.toSet());
        OfficeDays office = OfficeDays.read(view, habit);
        return from.datesUntil(last.plusDays(1))
                .filter(day -> !day.isBefore(start) || months.contains(YearMonth.from(day)))
                .filter(day -> !written.contains(day) && office.isOpen(day))
                .map(day -> dues("5-4(3)").duty("row:" + day, day, "gap.row", day.toString()))
                .toList();
    }

    private static Optional<LocalDate> begun(LedgerView view) {
        return LEDGERS.stream().flatMap(id -> view.all(id).stream()).map(Days::created).reduce(Days::earlier);
    }

    private List<Duty> unlocked(LocalDate from, LocalDate to, LedgerView view) {
        return view.between(Locking.LEDGER, from, to).stream()
                .filter(e -> !e.fields().has(Locking.SETTLED_ON))
                .filter(e -> e.fields().checks(Locking.CHECKS).containsValue(Locking.UNLOCKED))
                .map(e -> dues("5-4(3)").duty("unlocked:" + e.id(), e.day(), "gap.unlocked", e.day().toString(),
                        open(e)))
                .toList();
    }

    private static String open(Entry row) {
        return row.fields().checks(Locking.CHECKS).entrySet().stream()
                .filter(e -> Locking.UNLOCKED.equals(e.getValue())).map(Map.Entry::getKey).map(Integer::valueOf)
                .sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What stands so is a gap of every month until it is mended. */
    private List<Duty> outside(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate due = Days.earlier(to, view.today());
        if (begun(view).filter(day -> !day.isAfter(due)).isEmpty()) {
            return List.of();
        }
        Cabinets cabinets = Cabinets.read(view);
        List<Duty> found = new ArrayList<>();
        if (!cabinets.registered()) {
            found.add(dues("5-2").duty("unregistered", due, "gap.unregistered"));
            return found;
        }
        cabinets.all().stream().filter(c -> !c.office()).map(c -> outside(c, due)).forEach(found::add);
        return found;
    }

    private Duty outside(Place cabinet, LocalDate due) {
        return dues("5-2").duty("office:" + cabinet.number(), due, "gap.office", String.valueOf(cabinet.number()),
                cabinet.name());
    }

    private Dues dues(String clause) {
        return new Dues(Locking.LEDGER, clause, texts);
    }
}
