package org.daicho.access.internal.directory;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;

/**
 * A person as the register has them.
 *
 * @param id       the person's id, that of the entry in {@code access.persons}
 * @param version  the entry's version
 * @param name     the name
 * @param disabled whether the person may no longer use any account
 */
public record KnownPerson(String id, int version, String name, boolean disabled) {

    static KnownPerson of(Entry entry) {
        return new KnownPerson(entry.id(), entry.version(), entry.fields().text("name"),
                entry.state().equals("disabled"));
    }

    /** Returns the person with today's name. */
    public Person person() {
        return new Person(id, name);
    }
}
