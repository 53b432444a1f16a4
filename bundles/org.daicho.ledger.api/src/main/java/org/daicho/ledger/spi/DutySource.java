package org.daicho.ledger.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.view.LedgerView;

/**
 * What makes things due in one ledger.
 *
 * @param clause  the clause it comes from
 * @param ledger  the ledger's id
 * @param compute computes the duties
 */
public record DutySource(String clause, String ledger, Compute compute) {

    public DutySource {
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(compute, "compute");
    }

    /** Computes duties. */
    @FunctionalInterface
    public interface Compute {

        /**
         * Computes what is due, or was due and is missing.
         *
         * @param from the first day of interest, inclusive
         * @param to   the last day of interest, inclusive; today for what stands open now
         * @param view what the ledgers hold
         * @return the duties that are open; what is due only after the span the ledger leaves out
         */
        List<Duty> duties(LocalDate from, LocalDate to, LedgerView view);
    }
}
