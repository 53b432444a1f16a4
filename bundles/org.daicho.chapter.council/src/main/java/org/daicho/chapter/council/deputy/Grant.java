package org.daicho.chapter.council.deputy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.daicho.chapter.council.neighbour.Reliances.Grants;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * A role as the record of granted roles has it, which access keeps.
 *
 * @param entry  the grant's entry
 * @param person who holds it
 * @param role   the role's name
 * @param from   the first day, or {@code null}
 * @param to     the last day, or {@code null}
 * @param scope  module or ledger ids; empty for all of them
 */
record Grant(Entry entry, Person person, String role, LocalDate from, LocalDate to, Set<String> scope) {

    static final String MANAGER = "manager";
    static final String DEPUTY = "deputy";

    private static final Set<String> GIVING = Set.of("activate", "confirm");

    /**
     * Reads the grants that are held and whose last day is not over. Of several managers the one who was confirmed last
     * is the manager once the first day has come, as access has it.
     *
     * @param view what the ledgers hold
     * @param day  the day
     */
    static List<Grant> held(LedgerView view, LocalDate day) {
        List<Grant> held = view.standing(Grants.LEDGER, Grants.ACTIVE, Grants.ENDING).stream()
                .filter(e -> e.fields().has(Grants.PERSON))
                .map(e -> new Grant(e, e.fields().person(Grants.PERSON), e.fields().text(Grants.ROLE),
                        e.fields().date(Grants.FROM),
                        e.fields().date(Grants.TO), Instruction.scope(e.fields().text(Grants.SCOPE))))
                .filter(g -> g.to == null || !g.to.isBefore(day)).toList();
        Optional<Grant> manager = held.stream().filter(g -> MANAGER.equals(g.role) && g.hasBegun(day))
                .max(Comparator.comparingLong(g -> g.given(view)));
        return held.stream().filter(g -> !MANAGER.equals(g.role) || manager.filter(g::equals).isPresent()).toList();
    }

    boolean hasBegun(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    private long given(LedgerView view) {
        return view.versions(Grants.LEDGER, entry.id()).stream().filter(v -> GIVING.contains(v.action()))
                .mapToLong(Entry::leafIndex).findFirst().orElse(-1);
    }
}
