package org.daicho.ledger.form;

import java.util.Objects;
import java.util.Set;

import org.daicho.ledger.value.Role;

/**
 * A role that whoever an entry names has on the ledgers of the definition's module, as long as the entry says so
 * (8-1(1)).
 *
 * @param role   the role; {@link Role#HANDLER} only
 * @param person the searchable person column that names who has it
 * @param from   the date column of the first day; an entry that lacks it gives nothing
 * @param until  the date column of the day from which on the role is gone, or {@code null} where the state alone ends it
 * @param states the states in which an entry gives it; empty for all
 */
public record EntryGrant(Role role, String person, String from, String until, Set<String> states) {

    public EntryGrant {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(from, "from");
        states = Set.copyOf(states);
    }
}
