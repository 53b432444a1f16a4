package org.daicho.access.internal.book;

import java.time.LocalDate;
import java.util.Set;

import org.daicho.access.internal.directory.Grant;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Role;

/**
 * A role that someone shall have.
 *
 * @param role  the role
 * @param from  the first day, or {@code null}
 * @param to    the last day, or {@code null}
 * @param scope module or ledger ids; empty for all of them
 * @param bare  whether only the role was named: then the grants of it that are there will do, whatever their dates
 */
public record Wish(Role role, LocalDate from, LocalDate to, Set<String> scope, boolean bare) {

    /** Names a role and nothing else. */
    public static Wish of(Role role) {
        return new Wish(role, null, null, Set.of(), true);
    }

    boolean isMetBy(Grant grant) {
        return grant.role() == role && (bare || grant.roleGrant().equals(grant(grant.personId()).roleGrant()));
    }

    /**
     * Tells whether a grant goes on until this wish comes true, so that changing a period makes no hole (1-3): a manager's
     * own, which the new one follows, and one that gives nothing which this does not.
     */
    boolean follows(Grant grant, LocalDate today) {
        return grant.isHeld() && grant.role() == role && (role == Role.MANAGER || scope.equals(grant.scope())
                && (from == null || !from.isAfter(grant.from() == null ? today : Days.later(grant.from(), today)))
                && (to == null || grant.to() != null && !to.isBefore(grant.to())));
    }

    Grant grant(String personId) {
        return new Grant(null, 0, personId, role, from, to, scope, Grant.State.REQUESTED, -1, null, null);
    }
}
