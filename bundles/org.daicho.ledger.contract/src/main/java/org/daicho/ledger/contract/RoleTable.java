package org.daicho.ledger.contract;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Role;

/**
 * The table of roles: what each role may do at most in a chapter's ledgers, and what the manager and the staff must be
 * able to read.
 */
final class RoleTable {

    private static final Set<Role> MANAGERS = EnumSet.of(Role.MANAGER, Role.DEPUTY);
    private static final Set<Role> HANDLERS = EnumSet.of(Role.MANAGER, Role.DEPUTY, Role.HANDLER);
    private static final Set<Role> COUNCIL = EnumSet.of(Role.MANAGER, Role.DEPUTY, Role.STAFF);
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.MANAGER, Role.DEPUTY, Role.STAFF, Role.MEMBER);

    /** The ledgers that members read only where they wrote the entry. */
    private static final Set<String> DISCREET = Set.of("facilities.keys", "incidents.reports");

    /** The ledgers in which members enter: requests, visits, lock checks, incident reports. */
    private static final Set<String> OPEN_TO_MEMBERS = Set.of("media.takeouts", "facilities.visits",
            "facilities.locking", "incidents.reports");

    private final Set<String> breaches = new LinkedHashSet<>();
    private final Definition definition;

    private RoleTable(Definition definition) {
        this.definition = definition;
    }

    /**
     * Finds what a definition gives beyond the table, or keeps back.
     *
     * @param definition a chapter's definition
     * @return the breaches, each {@code ledger action role} for a right beyond the table, or {@code ledger read role
     *         missing}
     */
    static Set<String> breaches(Definition definition) {
        RoleTable table = new RoleTable(definition);
        if (definition.chapter() == 8) {
            table.handlers();
        } else {
            table.chapters();
        }
        return table.breaches;
    }

    /** Tells whether a definition gives handlers any right. */
    static boolean namesHandlers(Definition definition) {
        return Stream.concat(Stream.of(definition.read(), definition.readOwn(), definition.erase()),
                definition.actions().stream().flatMap(a -> Stream.of(a.roles(), a.own())))
                .anyMatch(roles -> roles.contains(Role.HANDLER));
    }

    private void chapters() {
        String id = definition.id();
        Set<Role> readers = DISCREET.contains(id) ? COUNCIL : EVERYBODY;
        atMost("read", definition.read(), readers);
        readers.stream().filter(r -> !definition.read().contains(r))
                .forEach(r -> breaches.add(id + " read " + r.id() + " missing"));
        atMost("readOwn", definition.readOwn(), EVERYBODY);
        atMost("erase", definition.erase(), MANAGERS);
        boolean members = OPEN_TO_MEMBERS.contains(id);
        for (Action action : definition.actions()) {
            Set<Role> most = switch (action.name()) {
            case Ledger.ENTER -> DISCREET.contains(id)
                    ? with(COUNCIL, Role.MEMBER)
                    : members ? EnumSet.of(Role.STAFF, Role.MEMBER) : EnumSet.of(Role.STAFF);
            default -> members ? EVERYBODY : COUNCIL;
            };
            atMost(action.name(), action.roles(), most);
            atMost(action.name(), action.own(), members ? EVERYBODY : COUNCIL);
        }
    }

    private void handlers() {
        boolean register = definition.id().equals("mynumber.handlers");
        atMost("read", definition.read(), HANDLERS);
        atMost("readOwn", definition.readOwn(), HANDLERS);
        atMost("erase", definition.erase(), HANDLERS);
        for (Action action : definition.actions()) {
            boolean writes = action.name().equals(Ledger.ENTER) || action.name().equals(Ledger.CORRECT);
            Set<Role> most = register ? MANAGERS : writes ? EnumSet.of(Role.HANDLER) : HANDLERS;
            atMost(action.name(), action.roles(), most);
            atMost(action.name(), action.own(), most);
        }
    }

    private void atMost(String what, Set<Role> given, Set<Role> most) {
        given.stream().filter(r -> !most.contains(r))
                .forEach(r -> breaches.add(definition.id() + " " + what + " " + r.id()));
    }

    private static Set<Role> with(Set<Role> roles, Role another) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.add(another);
        return all;
    }
}
