package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Makes the duties of one ledger under one clause.
 *
 * @param ledger the ledger's id
 * @param clause the clause
 * @param texts  the chapter's messages
 */
record Dues(String ledger, String clause, Texts texts) {

    /** Makes a source of what is open; what is due only after the last day of interest is left out. */
    DutySource source(Open open) {
        return new DutySource(clause, ledger,
                (from, to, view) -> open.duties(view).filter(d -> !d.due().isAfter(to)).toList());
    }

    Duty duty(String key, LocalDate due, String message, Object... args) {
        return new Duty(key, ledger, clause, texts.text(message, args), due, null);
    }

    /** Finds what is open. */
    @FunctionalInterface
    interface Open {

        Stream<Duty> duties(LedgerView view);
    }
}
