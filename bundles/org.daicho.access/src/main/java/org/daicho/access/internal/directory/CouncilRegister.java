package org.daicho.access.internal.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * What chapter 1 says of those who have accounts: who left (2-4), and whose instruction to act for the manager is over
 * (1-3). It says nothing where the chapter never was there, and what it said stays where it was removed. Safe for use by
 * many threads.
 */
final class CouncilRegister {

    private static final int PAGE = 500;

    /** The position of the responsible manager (1-3). */
    private static final String CHAIR = "会長";

    /** Reads what the staff of the council may read, and no more. */
    private static final Caller READER = AccessLedgers.SYSTEM
            .with(List.of(new RoleGrant(Role.STAFF, null, null, Set.of("council"))));

    private final Map<String, Entry> kept = new ConcurrentHashMap<>();

    /** Reads what there is. */
    void load(Ledger ledger) {
        for (String id : AccessLedgers.COUNCIL) {
            try {
                String cursor = null;
                do {
                    var page = ledger.list(READER, id, new EntryQuery(PAGE, cursor, null, null, null, Map.of()));
                    page.items().forEach(this::keep);
                    cursor = page.next();
                } while (cursor != null);
            } catch (LedgerException e) {
                if (e.kind() != LedgerException.Kind.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    /** Takes notice of a version; they may come in any order. */
    void keep(Entry entry) {
        kept.merge(entry.id(), entry, (a, b) -> b.erased() != null || b.version() >= a.version() ? b : a);
    }

    /** Tells whether someone's last day is over in every term that the register has of them. */
    boolean hasLeft(String person, LocalDate today) {
        List<Entry> terms = of(AccessLedgers.MEMBERS, "person", person);
        return !terms.isEmpty() && terms.stream().allMatch(term -> isOver(term, today));
    }

    private static boolean isOver(Entry term, LocalDate today) {
        LocalDate last = term.fields().date("leftOn");
        return term.state().equals("left") && last != null && last.isBefore(today);
    }

    /**
     * Tells whether an instruction to act for the manager stands: it was not withdrawn, its last day is not over, and who
     * gave it is still the manager.
     *
     * @param person  who was instructed
     * @param manager the person who has the manager's role, or {@code null} where nobody has
     * @return empty where no instruction of the person has begun
     */
    Optional<Boolean> isInstructed(String person, LocalDate today, String manager) {
        List<Entry> begun = of(AccessLedgers.INSTRUCTIONS, "deputy", person).stream()
                .filter(e -> !isAfter(e.fields().date("validFrom"), today)).toList();
        Predicate<Entry> stands = e -> e.state().equals("instructed") && !isAfter(today, e.fields().date("validTo"))
                && isManager(e.fields().person("instructedBy"), today, manager);
        return begun.isEmpty() ? Optional.empty() : Optional.of(begun.stream().anyMatch(stands));
    }

    /** Tells whether neither the roles nor the register say that somebody is no longer the manager. */
    private boolean isManager(Person giver, LocalDate today, String manager) {
        if (giver == null) {
            return true;
        }
        List<Entry> terms = of(AccessLedgers.MEMBERS, "person", giver.id());
        return (manager == null || manager.equals(giver.id()))
                && (terms.isEmpty() || terms.stream().anyMatch(term -> isChair(term, today)));
    }

    private static boolean isChair(Entry term, LocalDate today) {
        return CHAIR.equals(term.fields().text("position")) && !isOver(term, today)
                && !isAfter(term.fields().date("termFrom"), today) && !isAfter(today, term.fields().date("termTo"));
    }

    private static boolean isAfter(LocalDate a, LocalDate b) {
        return a != null && b != null && a.isAfter(b);
    }

    private List<Entry> of(String ledger, String column, String person) {
        return kept.values().stream().filter(e -> e.ledger().equals(ledger) && e.erased() == null)
                .filter(e -> isOf(e.fields().person(column), person)).toList();
    }

    private static boolean isOf(Person written, String id) {
        return written != null && written.id().equals(id);
    }
}
