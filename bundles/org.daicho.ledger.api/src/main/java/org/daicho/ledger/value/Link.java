package org.daicho.ledger.value;

import java.util.Objects;

/**
 * What a column refers to: an entry of a ledger, beside the text that the column keeps as it is printed. It is committed
 * to the log with that text. The entry may have been destroyed since.
 *
 * @param ledger the ledger's id
 * @param id     the entry's id
 */
public record Link(String ledger, String id) {

    public Link {
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(id, "id");
    }
}
