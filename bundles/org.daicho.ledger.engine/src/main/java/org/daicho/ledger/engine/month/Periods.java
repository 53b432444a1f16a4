package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.SheetPeriod;

/**
 * The period of a form's sheet or check.
 *
 * @param period one that the form has
 */
record Periods(SheetPeriod period) {

    private static final int MOST_MONTHS = 24;
    private static final int HALF = 6;

    /** Reads the period of a form's sheet. */
    static Periods of(Definition definition, String name) {
        return new Periods(switch (definition.period()) {
        case MONTH -> month(name);
        case MONTHS -> months(name);
        case ASOF, OPEN -> {
            SheetPeriod period = parse(name, "period.current");
            boolean month = period.isMonth() && definition.period() == Period.OPEN
                    && definition.monthlyCheck() != null;
            if (!month && !period.isCurrent()) {
                throw Messages.refusal(Kind.NOT_FOUND, "period.current");
            }
            yield period;
        }
        });
    }

    /** Reads the period of a check: a month whatever the sheet's period, or {@code current} for an inspection. */
    static Periods ofCheck(Definition definition, String name) {
        boolean current = name.equals(SheetPeriod.CURRENT.toString());
        if (current ? definition.inspection() == null : definition.monthlyCheck() == null) {
            throw Messages.refusal(Kind.NOT_FOUND, "check.none");
        }
        return new Periods(current ? SheetPeriod.CURRENT : month(name));
    }

    /** Returns the half of the fiscal year (April to September, October to March) that a day lies in. */
    static Periods half(LocalDate day) {
        int month = day.getMonthValue();
        YearMonth start = month >= 10
                ? YearMonth.of(day.getYear(), 10)
                : month >= 4 ? YearMonth.of(day.getYear(), 4) : YearMonth.of(day.getYear() - 1, 10);
        return new Periods(new SheetPeriod(start, start.plusMonths(HALF - 1)));
    }

    static Periods month(YearMonth month) {
        return new Periods(SheetPeriod.of(month));
    }

    static boolean isBounded(Definition definition) {
        return definition.period() == Period.MONTH || definition.period() == Period.MONTHS;
    }

    String name() {
        return period.toString();
    }

    LocalDate from() {
        return period.from();
    }

    LocalDate to() {
        return period.to();
    }

    List<YearMonth> months() {
        return period.months();
    }

    boolean isMonth() {
        return period.isMonth();
    }

    boolean contains(LocalDate day) {
        return period.contains(day);
    }

    private static SheetPeriod month(String name) {
        SheetPeriod period = parse(name, "period.month");
        if (!period.isMonth()) {
            throw Messages.refusal(Kind.NOT_FOUND, "period.month");
        }
        return period;
    }

    private static SheetPeriod months(String name) {
        SheetPeriod period = parse(name, "period.months");
        if (period.isCurrent() || period.months().size() > MOST_MONTHS) {
            throw Messages.refusal(Kind.NOT_FOUND, "period.months");
        }
        return period;
    }

    private static SheetPeriod parse(String name, String message) {
        try {
            return SheetPeriod.parse(name);
        } catch (IllegalArgumentException e) {
            throw Messages.refusal(Kind.NOT_FOUND, message);
        }
    }
}
