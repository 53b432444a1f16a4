package org.daicho.ledger.value;

import java.util.Objects;

/**
 * A person, with the name as it was when it was written down. Two are the same person where their ids are equal.
 *
 * @param id   the person's opaque id; never {@code null}
 * @param name the name to show; never {@code null}
 */
public record Person(String id, String name) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Tells whether this is the same human being, whatever the names say.
     *
     * @param other another person, or {@code null}
     * @return {@code true} where the ids are equal
     */
    public boolean isSameAs(Person other) {
        return other != null && id.equals(other.id);
    }
}
