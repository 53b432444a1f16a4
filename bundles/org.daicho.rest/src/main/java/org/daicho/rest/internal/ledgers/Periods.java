package org.daicho.rest.internal.ledgers;

import java.time.DateTimeException;
import java.time.YearMonth;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Sheets;
import org.daicho.rest.internal.problem.Problem;

/**
 * The periods in addresses.
 */
final class Periods {

    private static final String RANGE = "..";
    private static final int MONTH_LENGTH = "2026-11".length();

    private Periods() {
    }

    /**
     * Checks the period of a sheet.
     *
     * @param period the part of the address
     * @return the period; refused (404) where it is none
     */
    static String sheet(String period) {
        int range = period.indexOf(RANGE);
        boolean known = range < 0
                ? isMonth(period) || period.equals(Sheets.CURRENT)
                : isMonth(period.substring(0, range)) && isMonth(period.substring(range + RANGE.length()))
                        && period.substring(0, range).compareTo(period.substring(range + RANGE.length())) <= 0;
        return known(known, "period.unknown", period);
    }

    /**
     * Checks the period of a check.
     *
     * @param period the part of the address
     * @return the period; refused (404) where it is none
     */
    static String check(String period) {
        return known(isMonth(period) || period.equals(Sheets.CURRENT), "month.unknown", period);
    }

    private static String known(boolean known, String key, String period) {
        if (!known) {
            throw new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text(key, period));
        }
        return period;
    }

    private static boolean isMonth(String text) {
        if (text.length() != MONTH_LENGTH) {
            return false;
        }
        try {
            YearMonth.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
