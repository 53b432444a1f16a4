package org.daicho.access.internal.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * A role granted to a person.
 *
 * @param id        the id of its entry in {@code access.grants}
 * @param version   the entry's version
 * @param personId  the person
 * @param role      the role
 * @param from      the first day, or {@code null}
 * @param to        the last day, inclusive, or {@code null}
 * @param scope     module or ledger ids; empty for all of them
 * @param state     how far it has come
 * @param activated the leaf at which it came to be held, or -1 where it never was
 * @param ended     the day on which it was ended, or {@code null}
 * @param givenBy   the id of the person by whose word it came to be held, or {@code null} where that is not known
 */
public record Grant(String id, int version, String personId, Role role, LocalDate from, LocalDate to,
        Set<String> scope, State state, long activated, LocalDate ended, String givenBy) {

    private static final Set<String> ACTIVATING = Set.of("activate", "confirm");

    /** The states of the ledger's definition. */
    public enum State {
        /** Waits for the present manager. */
        REQUESTED,
        /** Holds. */
        ACTIVE,
        /** Holds until the present manager confirms its end. */
        ENDING,
        /** Was held, and is no longer. */
        ENDED,
        /** Never came to be held. */
        REJECTED;

        /** Returns the name that the ledger uses. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a grant from its versions.
     *
     * @param versions the versions, oldest first; not empty
     * @return the grant as it stands
     */
    public static Grant of(List<Entry> versions) {
        Entry newest = versions.get(versions.size() - 1);
        Optional<Entry> given = versions.stream().filter(v -> ACTIVATING.contains(v.action())).findFirst();
        State state = State.valueOf(newest.state().toUpperCase(Locale.ROOT));
        LocalDate ended = state == State.ENDED ? Days.of(newest.at()) : null;
        return of(newest.id(), newest.version(), newest.fields(), state, given.map(Entry::leafIndex).orElse(-1L), ended,
                given.map(v -> v.by().id()).orElse(null));
    }

    /**
     * Makes a grant out of the fields of its entry.
     *
     * @param id        its id, or {@code null} for one that is to be written
     * @param version   its version, 0 for one that is to be written
     * @param fields    what the entry holds
     * @param state     the state it is in
     * @param activated the leaf at which it came to be held, or -1
     * @param ended     the day on which it was ended, or {@code null}
     * @param givenBy   the id of the person by whose word it came to be held, or {@code null}
     * @return the grant
     */
    public static Grant of(String id, int version, Fields fields, State state, long activated, LocalDate ended,
            String givenBy) {
        return new Grant(id, version, fields.person("person").id(),
                Role.valueOf(fields.text("role").toUpperCase(Locale.ROOT)), fields.date("from"), fields.date("to"),
                scope(fields.text("scope")), state, activated, ended, givenBy);
    }

    private static Set<String> scope(String text) {
        return text == null ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" +")));
    }

    /** Tells whether it is held, its dates aside. */
    public boolean isHeld() {
        return state == State.ACTIVE || state == State.ENDING;
    }

    /** Tells whether it is held or may come to be. */
    public boolean isOpen() {
        return isHeld() || state == State.REQUESTED;
    }

    /** Tells whether its last day is over. */
    public boolean isOver(LocalDate today) {
        return to != null && to.isBefore(today);
    }

    /** Tells whether some day belongs to both this and another grant. */
    public boolean meets(Grant other) {
        return (to == null || other.from == null || !other.from.isAfter(to))
                && (from == null || other.to == null || !from.isAfter(other.to));
    }

    /** Returns what the ledger needs to know of it. */
    public RoleGrant roleGrant() {
        return new RoleGrant(role, from, to, scope);
    }
}
