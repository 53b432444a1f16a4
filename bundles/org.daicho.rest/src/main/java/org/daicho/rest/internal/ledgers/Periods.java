package org.daicho.rest.internal.ledgers;

import java.util.Optional;

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
     * Checks the period of a sheet.
     *
     * @param period the part of the address
     * @return the period; refused (404) where it is none
     */
    static String sheet(String period) {
        return known(parse(period).isPresent(), "period.unknown", period);
    }

    /**
     * Checks the period of a check.
     *
     * @param period the part of the address
     * @return the period; refused (404) where it is none
     */
    static String check(String period) {
        return known(parse(period).filter(p -> p.isMonth() || p.isCurrent()).isPresent(), "month.unknown", period);
    }

    private static String known(boolean known, String key, String period) {
        if (!known) {
            throw new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text(key, period));
        }
        return period;
    }

    private static Optional<SheetPeriod> parse(String text) {
        try {
            return Optional.of(SheetPeriod.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
