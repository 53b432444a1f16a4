package org.daicho.ledger.value;

import java.util.Objects;

/**
 * An entry that a column may refer to.
 *
 * @param value  what the column takes for it: the entry's id
 * @param label  what it is called, as the column prints it
 * @param detail what tells it from others of that name, or {@code null}
 */
public record Choice(String value, String label, Text detail) {

    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
