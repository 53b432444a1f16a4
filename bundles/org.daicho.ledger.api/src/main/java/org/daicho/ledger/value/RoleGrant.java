package org.daicho.ledger.value;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A role that a person holds, for some days and some ledgers.
 *
 * @param role  the role; never {@code null}
 * @param from  the first day (Asia/Tokyo), or {@code null} for no bound
 * @param to    the last day, inclusive, or {@code null} for no bound
 * @param scope the module ids or ledger ids that the grant is limited to; empty for all of them
 */
public record RoleGrant(Role role, LocalDate from, LocalDate to, Set<String> scope) {

    public RoleGrant {
        Objects.requireNonNull(role, "role");
        scope = Set.copyOf(scope);
    }

    /**
     * Tells whether the grant holds on a day.
     *
     * @param day the day in Asia/Tokyo
     * @return {@code true} from the first to the last day, both included
     */
    public boolean activeOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /**
     * Tells whether the grant reaches a ledger.
     *
     * @param ledger the ledger's id, {@code module.name}
     * @return {@code true} where the scope is empty, or names the ledger or its module
     */
    public boolean covers(String ledger) {
        return scope.isEmpty() || scope.contains(ledger)
                || ledger.indexOf('.') > 0 && scope.contains(ledger.substring(0, ledger.indexOf('.')));
    }
}
