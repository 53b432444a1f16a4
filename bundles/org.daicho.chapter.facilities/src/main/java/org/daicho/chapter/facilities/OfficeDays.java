package org.daicho.chapter.facilities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The days on which the office opens (5-5): what the council's calendar says of a day, else closed at the turn of the year
 * and on national holidays, else by the weekday. Of two rows about one day the one written last counts.
 *
 * @param habit what holds where the calendar says nothing
 * @param rows  the standing rows of the calendar, the newest first
 */
record OfficeDays(Habit habit, List<Entry> rows) {

    private static final MonthDay CLOSES = MonthDay.of(12, 29);
    private static final MonthDay OPENS = MonthDay.of(1, 4);

    /**
     * What a council configures.
     *
     * @param closedWeekdays   the weekdays on which the office is closed
     * @param closedOnHolidays whether it is closed on national holidays
     * @param closedAtNewYear  whether it is closed from December 29 to January 3
     */
    record Habit(Set<DayOfWeek> closedWeekdays, boolean closedOnHolidays, boolean closedAtNewYear) {

        Habit {
            closedWeekdays = Set.copyOf(closedWeekdays);
        }
    }

    /** Reads the calendar. */
    static OfficeDays read(LedgerView view, Habit habit) {
        return new OfficeDays(habit,
                view.standing(Calendar.LEDGER, Calendar.STANDING).stream()
                        .sorted(Comparator.comparing(Entry::createdAt).thenComparing(Entry::leafIndex).reversed())
                        .toList());
    }

    /** Tells whether the office opens on a day. */
    boolean isOpen(LocalDate day) {
        return says(row -> covers(row, day))
                .orElseGet(() -> !isOff(day) && says(row -> coversWeekly(row, day))
                        .orElseGet(() -> !habit.closedWeekdays().contains(day.getDayOfWeek())));
    }

    private Optional<Boolean> says(Predicate<Fields> about) {
        return rows.stream().map(Entry::fields).filter(about).findFirst()
                .map(row -> Calendar.OPENS.contains(row.text(Calendar.KIND)));
    }

    private static boolean covers(Fields row, LocalDate day) {
        LocalDate from = row.date(Calendar.VALID_FROM);
        LocalDate to = row.date(Calendar.VALID_TO);
        return !Calendar.isWeekly(row) && Days.isWithin(day, from, to == null ? from : to);
    }

    private static boolean coversWeekly(Fields row, LocalDate day) {
        return Calendar.isWeekly(row) && Calendar.weekday(row) == day.getDayOfWeek()
                && Days.isWithin(day, row.date(Calendar.VALID_FROM), row.date(Calendar.VALID_TO));
    }

    private boolean isOff(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        boolean newYear = !date.isBefore(CLOSES) || date.isBefore(OPENS);
        return habit.closedAtNewYear() && newYear || habit.closedOnHolidays() && Holidays.includes(day);
    }
}
