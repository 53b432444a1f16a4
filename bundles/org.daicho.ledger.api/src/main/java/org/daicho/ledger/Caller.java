package org.daicho.ledger;

import java.security.Principal;
import java.util.List;
import java.util.Objects;

/**
 * Who calls the ledger. Access makes callers from accounts and tokens; the ledger checks each call against the caller's
 * grants as of today in Asia/Tokyo.
 *
 * @param account  the account's name, or the module's name for a module that acts by itself; never {@code null}
 * @param person   the person behind the account; never {@code null}
 * @param grants   the roles granted to that person, also those of other days; never {@code null}
 * @param terminal the registered terminal the call came from (8-2(13)①), or {@code null}
 * @param module   the module through whose own code the call comes, for ledgers that only their module writes; else
 *                 {@code null}
 */
public record Caller(String account, Person person, List<RoleGrant> grants, String terminal, String module)
        implements
            Principal {

    public Caller {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(person, "person");
        grants = List.copyOf(grants);
    }

    @Override
    public String getName() {
        return account;
    }

    /**
     * Returns the same caller, coming through a module's own code.
     *
     * @param id the module's id
     * @return the caller with {@link #module()} set
     */
    public Caller through(String id) {
        return new Caller(account, person, grants, terminal, id);
    }
}
