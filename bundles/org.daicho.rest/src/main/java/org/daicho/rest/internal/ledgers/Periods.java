package org.daicho.rest.internal.ledgers;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.rest.internal.problem.Problem;

/**
 * The periods in addresses.
 */
final class Periods {

    private Periods() {
    }

    /**
     * Reads the period of a sheet.
     *
     * @param text the part of the address
     * @return the period; refused (404) where it is none
     */
    static SheetPeriod sheet(String text) {
        return read(text, "period.unknown");
    }

    /**
     * Reads the period of a check.
     *
     * @param text the part of the address
     * @return a month or the list as it stands; refused (404) where it is neither
     */
    static SheetPeriod check(String text) {
        SheetPeriod period = read(text, "month.unknown");
        if (!period.isMonth() && !period.isCurrent()) {
            throw unknown("month.unknown", text);
        }
        return period;
    }

    private static SheetPeriod read(String text, String key) {
        try {
            return SheetPeriod.parse(text);
        } catch (IllegalArgumentException e) {
            throw unknown(key, text);
        }
    }

    private static LedgerException unknown(String key, String text) {
        return new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text(key, text));
    }
}
