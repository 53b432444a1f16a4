package org.daicho.access.internal.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

import org.daicho.ledger.value.Role;

/**
 * Tells who the responsible manager is on a day, so that it is never two (1-3): among the grants whose first day has
 * come, the one that was confirmed last. A predecessor's grant gives nothing from the successor's first day, also in the
 * moment before its end is written.
 */
public final class Succession {

    private Succession() {
    }

    /**
     * Finds the grant of the manager.
     *
     * @param grants grants of the role {@code manager}, of all persons and states; others are passed over
     * @param day    a day in Asia/Tokyo
     * @return the grant, or empty where no one holds the role on that day
     */
    public static Optional<Grant> manager(Collection<Grant> grants, LocalDate day) {
        return grants.stream().filter(g -> g.role() == Role.MANAGER).filter(g -> g.isHeld() && g.activated() >= 0)
                .filter(g -> g.roleGrant().activeOn(day)).filter(g -> !isSucceeded(g, grants, day)).findFirst();
    }

    /**
     * Tells whether a later confirmed grant has taken a manager's place by a day.
     *
     * @param grant  a grant of the role {@code manager}
     * @param grants the grants of that role
     * @param day    a day in Asia/Tokyo
     * @return {@code true} from the successor's first day on, also once the successor's own grant has ended
     */
    public static boolean isSucceeded(Grant grant, Collection<Grant> grants, LocalDate day) {
        return grants.stream().anyMatch(g -> g.role() == Role.MANAGER && g.activated() > grant.activated()
                && hadBegunBy(day, g));
    }

    private static boolean hadBegunBy(LocalDate day, Grant grant) {
        LocalDate first = grant.from();
        return first == null || !first.isAfter(day) && (grant.ended() == null || !grant.ended().isBefore(first));
    }
}
