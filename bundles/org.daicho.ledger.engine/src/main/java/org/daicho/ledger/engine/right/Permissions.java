package org.daicho.ledger.engine.right;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * What a caller may do in one ledger on one day, by the caller's roles and the ledger's definition (1-2, 1-3). Made for
 * one call, as the roles may be others at the next; see {@code EntryRoles}.
 */
public final class Permissions {

    private final Caller caller;
    private final Definition definition;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final boolean isModule;
    private final boolean isLocked;

    /**
     * Looks at what a caller may do.
     *
     * @param caller     the caller, whose grants are those that hold, those included that follow from entries
     * @param definition the ledger
     * @param day        the day in Asia/Tokyo
     */
    public Permissions(Caller caller, Definition definition, LocalDate day) {
        this.caller = caller;
        this.definition = definition;
        isModule = definition.closed() && definition.module().equals(caller.module());
        isLocked = definition.terminal() && caller.locked();
        caller.grants().stream().filter(grant -> grant.activeOn(day) && grant.covers(definition.id()))
                .map(RoleGrant::role).forEach(roles::add);
    }

    /**
     * Refuses a caller who left the terminal, until they show anew who they are (8-2(13)②). Who has no right here is not
     * asked to: another refusal is theirs.
     *
     * @throws LedgerException FORBIDDEN where the ledger is locked
     */
    public void requireUnlocked() {
        if (isLocked && (any(definition.read()) || any(definition.readOwn()) || any(definition.erase())
                || definition.actions().stream().anyMatch(a -> any(a.roles()) || any(a.own())))) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.locked");
        }
    }

    /**
     * Refuses a write that does not come from a registered terminal, where the ledger asks for one (8-2(13)①).
     *
     * @param directory knows whether the council has terminals
     * @throws LedgerException FORBIDDEN where one is asked for
     */
    public void requireTerminal(TerminalDirectory directory) {
        if (definition.terminal() && caller.terminal() == null && directory.isRequired()) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.terminal");
        }
    }

    /** Returns the caller, with the grants that hold. */
    public Caller caller() {
        return caller;
    }

    /** Returns the ledger's definition. */
    public Definition definition() {
        return definition;
    }

    /** Returns the roles that the caller has on the ledger. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Tells whether the caller may read all entries. */
    public boolean readsAll() {
        return !isLocked && (isModule || any(definition.read()));
    }

    /**
     * Finds the role in which the caller may sign the ledger's checks: the manager, or a deputy inside the dates and the
     * scope of the instruction (1-3).
     *
     * @throws LedgerException FORBIDDEN where no role allows it
     */
    public Role check() {
        return first(EnumSet.of(Role.MANAGER, Role.DEPUTY))
                .orElseThrow(() -> Messages.refusal(Kind.FORBIDDEN, "forbidden.check"));
    }

    /** Returns the role in which the caller reads, or {@code null} for the module's own code and where there is none. */
    public Role reader() {
        return first(definition.read()).or(() -> first(definition.readOwn())).orElse(null);
    }

    /** Tells whether the caller may read at least the entries that the caller wrote. */
    public boolean readsOwn() {
        return readsAll() || !isLocked && any(definition.readOwn());
    }

    /** Tells whether the caller may read an entry. */
    public boolean reads(Entry entry) {
        return readsAll() && !isHidden(entry) || readsOwn() && isOwn(entry.createdBy());
    }

    /** Tells whether an entry is kept from its reader, such as a report from the person reported, who did not write it. */
    public boolean isHidden(Entry entry) {
        return definition.hiddenFrom() != null
                && caller.person().isSameAs(entry.fields().person(definition.hiddenFrom()))
                && !isOwn(entry.createdBy());
    }

    /**
     * Finds the role in which the caller takes an action.
     *
     * @param createdBy who wrote the entry; {@code null} for a new one
     * @return the role, or {@code null} for the module's own code
     * @throws LedgerException FORBIDDEN where no role allows it
     */
    public Role act(Action action, Person createdBy) {
        requireUnlocked();
        boolean byModuleOnly = definition.closed()
                && (action.roles().isEmpty() || action.roles().contains(Role.OPERATOR));
        if (byModuleOnly && !definition.module().equals(caller.module())) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.closed");
        }
        Optional<Role> role = first(action.roles());
        if (role.isEmpty() && (createdBy == null || isOwn(createdBy))) {
            role = first(action.own());
        }
        if (role.isEmpty() && !isModule) {
            throw action.from().isEmpty()
                    ? Messages.refusal(Kind.FORBIDDEN, "forbidden.enter")
                    : Messages.refusal(Kind.FORBIDDEN, "forbidden.action", action.label().ja(), action.label().en());
        }
        return role.orElse(null);
    }

    /**
     * Finds the role in which the caller destroys an entry's content.
     *
     * @throws LedgerException FORBIDDEN where no role allows it
     */
    public Role erase() {
        return first(definition.erase()).orElseThrow(() -> Messages.refusal(Kind.FORBIDDEN, "forbidden.erase"));
    }

    /** Tells whether the caller reads something here, or may take an action: who may not is told of no earlier one. */
    public boolean isConcerned(String action) {
        return readsOwn() || definition.action(action).filter(a -> any(a.roles()) || any(a.own())).isPresent();
    }

    private Optional<Role> first(Set<Role> allowed) {
        return roles.stream().filter(allowed::contains).sorted().findFirst();
    }

    private boolean isOwn(Person createdBy) {
        return caller.person().isSameAs(createdBy);
    }

    private boolean any(Set<Role> allowed) {
        return roles.stream().anyMatch(allowed::contains);
    }
}
