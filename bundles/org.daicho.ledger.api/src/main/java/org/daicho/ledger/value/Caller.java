package org.daicho.ledger.value;

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
 * @param locked   whether the caller left the terminal and has to show anew who they are, before ledgers that ask for a
 *                 terminal open again (8-2(13)②)
 * @param module   the module through whose own code the call comes, for ledgers that only their module writes; else
 *                 {@code null}
 */
public record Caller(String account, Person person, List<RoleGrant> grants, String terminal, boolean locked,
        String module) implements Principal {

    public Caller {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(person, "person");
        grants = List.copyOf(grants);
    }

    /** Makes a caller who has just shown who they are. */
    public Caller(String account, Person person, List<RoleGrant> grants, String terminal, String module) {
        this(account, person, grants, terminal, false, module);
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
        return new Caller(account, person, grants, terminal, locked, id);
    }

    /**
     * Returns the same caller with other grants.
     *
     * @param others the grants
     * @return the caller with {@link #grants()} set
     */
    public Caller with(List<RoleGrant> others) {
        return new Caller(account, person, others, terminal, locked, module);
    }
}
