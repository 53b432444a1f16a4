package org.daicho.ledger.jdbc.internal.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Person;
import org.daicho.ledger.Role;
import org.daicho.ledger.RoleGrant;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;

/**
 * Decides what a caller may do, from the caller's grants on a day and the definition of the ledger (1-2, 1-3).
 */
public final class Permissions {

    private Permissions() {
    }

    /** Returns the roles that a caller has on a ledger on a day. */
    public static Set<Role> roles(Caller caller, String ledger, LocalDate day) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        caller.grants().stream().filter(grant -> grant.activeOn(day) && grant.covers(ledger)).map(RoleGrant::role)
                .forEach(roles::add);
        return roles;
    }

    /** Tells whether a caller may read all entries of a ledger. */
    public static boolean readsAll(Caller caller, Definition definition, LocalDate day) {
        return isModule(caller, definition) || any(roles(caller, definition.id(), day), definition.read());
    }

    /**
     * Finds the role in which a caller may sign the checks of a ledger: the manager, or a deputy inside the dates and the
     * scope of the instruction (1-3).
     *
     * @throws LedgerException FORBIDDEN where no role allows it
     */
    public static Role check(Caller caller, String ledger, LocalDate day) {
        return first(roles(caller, ledger, day), EnumSet.of(Role.MANAGER, Role.DEPUTY))
                .orElseThrow(() -> Messages.refusal(Kind.FORBIDDEN, "forbidden.check"));
    }

    /** Tells whether a caller may read at least the entries that the caller wrote. */
    public static boolean readsOwn(Caller caller, Definition definition, LocalDate day) {
        return readsAll(caller, definition, day) || any(roles(caller, definition.id(), day), definition.readOwn());
    }

    /** Tells whether a caller may read an entry. */
    public static boolean reads(Caller caller, Definition definition, LocalDate day, Entry entry) {
        return readsAll(caller, definition, day) && !isHidden(caller, definition, entry)
                || readsOwn(caller, definition, day) && isOwn(caller, entry.createdBy());
    }

    /** Tells whether an entry is kept from its reader, such as a report from the person reported, who did not write it. */
    public static boolean isHidden(Caller caller, Definition definition, Entry entry) {
        return definition.hiddenFrom() != null
                && caller.person().isSameAs(entry.fields().person(definition.hiddenFrom()))
                && !isOwn(caller, entry.createdBy());
    }

    /**
     * Finds the role in which a caller takes an action.
     *
     * @param createdBy who wrote the entry; {@code null} for a new one
     * @return the role, or {@code null} for the module's own code
     * @throws LedgerException FORBIDDEN where no role allows it
     */
    public static Role act(Caller caller, Definition definition, Action action, LocalDate day, Person createdBy) {
        boolean byModuleOnly = definition.closed()
                && (action.roles().isEmpty() || action.roles().contains(Role.OPERATOR));
        if (byModuleOnly && !definition.module().equals(caller.module())) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.closed");
        }
        Set<Role> roles = roles(caller, definition.id(), day);
        Optional<Role> role = first(roles, action.roles());
        if (role.isEmpty() && (createdBy == null || isOwn(caller, createdBy))) {
            role = first(roles, action.own());
        }
        if (role.isEmpty() && !isModule(caller, definition)) {
            throw action.from().isEmpty()
                    ? Messages.refusal(Kind.FORBIDDEN, "forbidden.enter")
                    : Messages.refusal(Kind.FORBIDDEN, "forbidden.action", action.label().ja(), action.label().en());
        }
        return role.orElse(null);
    }

    /** Finds the first role of a set that a caller has on a ledger, the highest first. */
    public static Optional<Role> first(Set<Role> has, Set<Role> allowed) {
        return has.stream().filter(allowed::contains).sorted().findFirst();
    }

    /** Tells whether a caller has some role on a ledger on a day, or is its module's own code. */
    public static boolean isKnown(Caller caller, Definition definition, LocalDate day) {
        return isModule(caller, definition) || !roles(caller, definition.id(), day).isEmpty();
    }

    private static boolean isModule(Caller caller, Definition definition) {
        return definition.closed() && definition.module().equals(caller.module());
    }

    private static boolean isOwn(Caller caller, Person createdBy) {
        return caller.person().isSameAs(createdBy);
    }

    private static boolean any(Set<Role> has, Set<Role> allowed) {
        return has.stream().anyMatch(allowed::contains);
    }
}
