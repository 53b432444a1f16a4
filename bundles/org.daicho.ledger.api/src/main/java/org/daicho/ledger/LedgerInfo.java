package org.daicho.ledger;

import java.util.Set;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Role;

/**
 * A ledger that the system knows.
 *
 * @param definition its newest definition
 * @param digest     the SHA-256 of the definition's canonical JSON, in hex
 * @param active     whether its module is there; without it the ledger is read only
 * @param roles      the roles that who asks has on it today, those included that follow from entries (8-1(1))
 */
public record LedgerInfo(Definition definition, String digest, boolean active, Set<Role> roles) {

    public LedgerInfo {
        roles = Set.copyOf(roles);
    }
}
