package org.daicho.ledger.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * To what a column refers: an entry of a ledger, maybe of a module that is absent.
 *
 * @param ledger the id of the ledger whose entry is meant
 * @param by     the columns of that ledger by whose value an entry may be named beside its id, the one that is printed
 *               first; empty for the id alone
 * @param detail the column of that ledger that tells entries of one name apart, or {@code null}
 * @param states the states of the entries that are offered; empty for all
 */
public record Reference(String ledger, List<String> by, String detail, Set<String> states) {

    public Reference {
        Objects.requireNonNull(ledger, "ledger");
        by = List.copyOf(by);
        states = Set.copyOf(states);
    }
}
