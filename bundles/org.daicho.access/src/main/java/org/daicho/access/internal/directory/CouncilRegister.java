package org.daicho.access.internal.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** Tells whether someone was instructed to act for the manager and is so no longer. */
    boolean isInstructionOver(String person, LocalDate today) {
        List<Entry> begun = of(AccessLedgers.INSTRUCTIONS, "deputy", person).stream()
                .filter(e -> !isAfter(e.fields().date("validFrom"), today)).toList();
        Predicate<Entry> stands = e -> e.state().equals("instructed") && !isAfter(today, e.fields().date("validTo"));
        return !begun.isEmpty() && begun.stream().noneMatch(stands);
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
