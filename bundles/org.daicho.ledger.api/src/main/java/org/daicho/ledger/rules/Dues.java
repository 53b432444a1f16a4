package org.daicho.ledger.rules;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Makes the duties of one ledger under one clause.
 *
 * @param ledger the ledger's id
 * @param clause the clause
 * @param texts  the module's messages
 */
public record Dues(String ledger, String clause, Texts texts) {

    /** Makes a source of what is open. */
    public DutySource source(Open open) {
        return new DutySource(clause, ledger, (from, to, view) -> open.duties(view).toList());
    }

    /** Makes a source of what is open in a span. */
    public DutySource source(DutySource.Compute open) {
        return new DutySource(clause, ledger, open);
    }

    /** Makes a duty that is everybody's. */
    public Duty duty(String key, LocalDate due, String message, Object... args) {
        return duty(key, due, (Person) null, message, args);
    }

    /** Makes the duty of a person, or of everybody where that is {@code null}. */
    public Duty duty(String key, LocalDate due, Person who, String message, Object... args) {
        return new Duty(key, ledger, clause, texts.text(message, args), due, who);
    }

    /** Finds what is open. */
    @FunctionalInterface
    public interface Open {

        /** Finds it, whatever its day; under the conditions of {@link DutySource.Compute}. */
        Stream<Duty> duties(LedgerView view);
    }
}
