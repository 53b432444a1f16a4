package org.daicho.ledger.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one sheet, or one check, is about: a month, several months, or the list as it stands. {@link Period} tells which of
 * them a form asks for.
 *
 * @param first the first month, or {@code null} for the list as it stands
 * @param last  the last month, inclusive; {@code null} where the first is
 */
public record SheetPeriod(YearMonth first, YearMonth last) {

    /** The list as it stands. */
    public static final SheetPeriod CURRENT = new SheetPeriod(null, null);

    private static final String CURRENT_NAME = "current";
    private static final String BETWEEN = "..";
    private static final int MONTH_LENGTH = "2026-11".length();

    public SheetPeriod {
        if ((first == null) != (last == null) || first != null && last.isBefore(first)) {
            throw new IllegalArgumentException("No period: " + first + BETWEEN + last);
        }
    }

    /** Makes the period of one month. */
    public static SheetPeriod of(YearMonth month) {
        return new SheetPeriod(month, month);
    }

    /**
     * Reads a period.
     *
     * @param text {@code 2026-11}, {@code 2026-04..2026-09} or {@code current}
     * @throws IllegalArgumentException where it is none of them
     */
    public static SheetPeriod parse(String text) {
        if (text.equals(CURRENT_NAME)) {
            return CURRENT;
        }
        int range = text.indexOf(BETWEEN);
        return range < 0
                ? of(month(text))
                : new SheetPeriod(month(text.substring(0, range)), month(text.substring(range + BETWEEN.length())));
    }

    private static YearMonth month(String text) {
        if (text.length() != MONTH_LENGTH) {
            throw new IllegalArgumentException("No month: " + text);
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No month: " + text, e);
        }
    }

    /** Tells whether it is the list as it stands. */
    public boolean isCurrent() {
        return first == null;
    }

    /** Tells whether it is one month, the unit of the checks. */
    public boolean isMonth() {
        return first != null && first.equals(last);
    }

    /** Returns the first day, or {@code null} for the list as it stands. */
    public LocalDate from() {
        return first == null ? null : first.atDay(1);
    }

    /** Returns the last day, or {@code null} for the list as it stands. */
    public LocalDate to() {
        return last == null ? null : last.atEndOfMonth();
    }

    /** Returns the months; none for the list as it stands. */
    public List<YearMonth> months() {
        return first == null
                ? List.of()
                : Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)).toList();
    }

    /** Tells whether a day belongs to it; every day does to the list as it stands. */
    public boolean contains(LocalDate day) {
        return first == null || !day.isBefore(from()) && !day.isAfter(to());
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return isCurrent() ? CURRENT_NAME : isMonth() ? first.toString() : first + BETWEEN + last;
    }
}
