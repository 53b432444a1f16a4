package org.daicho.access.internal.book;

import java.util.Map;

import org.daicho.access.internal.directory.KnownPerson;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Caller;

/**
 * Writes the register of persons. Safe for use by many threads.
 */
public final class PersonBook {

    private final Writer writer;

    /** Makes a book over a ledger. */
    public PersonBook(Ledger ledger) {
        this.writer = new Writer(ledger);
    }

    /** Registers a person and returns the new id. */
    public String register(Caller by, String name) {
        return writer.enter(by, AccessLedgers.PERSONS, Map.of("name", name)).id();
    }

    /** Corrects a person's name. */
    public void rename(Caller by, KnownPerson person, String name) {
        if (!person.name().equals(name)) {
            writer.correct(by, AccessLedgers.PERSONS, person.id(), Map.of("name", name), "氏名の変更");
        }
    }

    /** Stops all use by a person, or lets it go on. */
    public void disable(Caller by, KnownPerson person, boolean disabled) {
        if (person.disabled() != disabled) {
            writer.act(by, AccessLedgers.PERSONS, person.id(), disabled ? "disable" : "enable", Map.of());
        }
    }
}
