package org.daicho.ledger.engine.month;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Period;

/**
 * The days of a sheet's period.
 *
 * @param name the period's name
 * @param from the first day, or {@code null} for a sheet without bounds
 * @param to   the last day, or {@code null}
 */
record Periods(String name, LocalDate from, LocalDate to) {

    private static final String BETWEEN = "..";
    private static final int MOST_MONTHS = 24;

    /** Reads the period of a form's sheet. */
    static Periods of(Definition definition, String name) {
        return switch (definition.period()) {
        case MONTH -> month(name);
        case MONTHS -> months(name);
        case ASOF, OPEN -> {
            if (definition.period() == Period.OPEN && definition.monthlyCheck() != null && isMonth(name)) {
                yield month(name);
            }
            if (!name.equals(Sheets.CURRENT)) {
                throw Messages.refusal(Kind.NOT_FOUND, "period.current");
            }
            yield new Periods(name, null, null);
        }
        };
    }

    /** Reads the period of a check: a month whatever the sheet's period, or {@code current} for an inspection. */
    static Periods ofCheck(Definition definition, String name) {
        boolean current = name.equals(Sheets.CURRENT);
        if (current ? definition.inspection() == null : definition.monthlyCheck() == null) {
            throw Messages.refusal(Kind.NOT_FOUND, "check.none");
        }
        return current ? new Periods(name, null, null) : month(name);
    }

    static Periods month(YearMonth month) {
        return new Periods(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    /** Returns the half of the fiscal year (April to September, October to March) that a day lies in. */
    static Periods half(LocalDate day) {
        int month = day.getMonthValue();
        YearMonth start = month >= 10
                ? YearMonth.of(day.getYear(), 10)
                : month >= 4 ? YearMonth.of(day.getYear(), 4) : YearMonth.of(day.getYear() - 1, 10);
        return new Periods(start + BETWEEN + start.plusMonths(5), start.atDay(1), start.plusMonths(5).atEndOfMonth());
    }

    static boolean isBounded(Definition definition) {
        return definition.period() == Period.MONTH || definition.period() == Period.MONTHS;
    }

    /** Returns the months of the period; none where it has no bounds. */
    List<YearMonth> months() {
        return from == null
                ? List.of()
                : Stream.iterate(YearMonth.from(from), m -> !m.isAfter(YearMonth.from(to)), m -> m.plusMonths(1))
                        .toList();
    }

    /** Tells whether the period is one month, the unit of the checks. */
    boolean isMonth() {
        return from != null && YearMonth.from(from).equals(YearMonth.from(to));
    }

    boolean contains(LocalDate day) {
        return from == null || !day.isBefore(from) && !day.isAfter(to);
    }

    private static Periods month(String name) {
        return month(parse(name, "period.month"));
    }

    private static Periods months(String name) {
        int dots = name.indexOf(BETWEEN);
        if (dots < 0) {
            return month(parse(name, "period.months"));
        }
        YearMonth first = parse(name.substring(0, dots), "period.months");
        YearMonth last = parse(name.substring(dots + BETWEEN.length()), "period.months");
        if (last.isBefore(first) || first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw Messages.refusal(Kind.NOT_FOUND, "period.months");
        }
        return new Periods(name, first.atDay(1), last.atEndOfMonth());
    }

    private static boolean isMonth(String name) {
        return !name.equals(Sheets.CURRENT) && !name.contains(BETWEEN);
    }

    private static YearMonth parse(String text, String message) {
        try {
            if (text.length() == 7) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw Messages.refusal(Kind.NOT_FOUND, message);
    }
}
