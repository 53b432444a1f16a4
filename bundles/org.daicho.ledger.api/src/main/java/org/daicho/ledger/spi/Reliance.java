package org.daicho.ledger.spi;

import java.util.Objects;
import java.util.Set;

/**
 * What a module's rules and duties look at in a ledger of another module.
 *
 * @param ledger  the ledger's id
 * @param columns the names of its columns
 * @param states  the names of its states
 */
public record Reliance(String ledger, Set<String> columns, Set<String> states) {

    public Reliance {
        Objects.requireNonNull(ledger, "ledger");
        columns = Set.copyOf(columns);
        states = Set.copyOf(states);
    }
}
