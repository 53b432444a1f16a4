package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.time.YearMonth;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.SheetPeriod;

/**
 * Tells which periods a form has.
 */
final class Periods {

    private static final int MOST_MONTHS = 24;
    private static final int HALF = 6;

    private Periods() {
    }

    /** Refuses a period of which the form has no sheet. */
    static void requireSheet(Definition definition, SheetPeriod period) {
        switch (definition.period()) {
        case MONTH -> require(period.isMonth(), "period.month");
        case MONTHS -> require(!period.isCurrent() && period.months().size() <= MOST_MONTHS, "period.months");
        case ASOF -> require(period.isCurrent(), "period.current");
        case OPEN -> require(period.isCurrent() || period.isMonth() && definition.monthlyCheck() != null,
                "period.current");
        }
    }

    /** Refuses a period that is not checked: a month is, whatever the sheet's period, or the list as it stands. */
    static void requireCheck(Definition definition, SheetPeriod period) {
        require((period.isCurrent() ? definition.inspection() : definition.monthlyCheck()) != null, "check.none");
        require(period.isCurrent() || period.isMonth(), "period.month");
    }

    /** Returns the half of the fiscal year (April to September, October to March) that a day lies in. */
    static SheetPeriod half(LocalDate day) {
        int month = day.getMonthValue();
        YearMonth start = month >= 10
                ? YearMonth.of(day.getYear(), 10)
                : month >= 4 ? YearMonth.of(day.getYear(), 4) : YearMonth.of(day.getYear() - 1, 10);
        return new SheetPeriod(start, start.plusMonths(HALF - 1));
    }

    static boolean isBounded(Definition definition) {
        return definition.period() == Period.MONTH || definition.period() == Period.MONTHS;
    }

    private static void require(boolean has, String message) {
        if (!has) {
            throw Messages.refusal(Kind.NOT_FOUND, message);
        }
    }
}
