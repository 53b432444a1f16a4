package org.daicho.access.internal.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.daicho.access.internal.book.Wish;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * Reads roles as REST gives them: {@code "staff"} or {@code {"role":"deputy","from":…,"to":…,"scope":[…]}}.
 */
final class RoleWishes {

    private static final String FIELD = "roles";
    private static final Set<String> MEMBERS = Set.of("role", "from", "to", "scope");

    private final Ledger ledger;
    private final Caller caller;
    private final Members members;

    /** Reads for a caller, and notes what is wrong in {@code members}. */
    RoleWishes(Ledger ledger, Caller caller, Members members) {
        this.ledger = ledger;
        this.caller = caller;
        this.members = members;
    }

    List<Wish> read(Object value) {
        if (!(value instanceof Collection<?> list)) {
            members.wrong(FIELD, "roles.list");
            return List.of();
        }
        List<Wish> wishes = new ArrayList<>();
        list.forEach(item -> wish(item).ifPresent(wishes::add));
        return wishes;
    }

    private Optional<Wish> wish(Object item) {
        if (item instanceof String name) {
            return role(name).map(Wish::of);
        }
        if (!(item instanceof Map<?, ?> object)) {
            members.wrong(FIELD, "roles.item");
            return Optional.empty();
        }
        Members grant = new Members(object, MEMBERS);
        grant.require("role");
        String name = grant.text("role");
        Wish wish = new Wish(name == null ? null : role(name).orElse(null), grant.date("from"), grant.date("to"),
                scope(grant), object.size() == 1);
        grant.violations().forEach(v -> members.wrong(new Violation(FIELD, null,
                Messages.text("roles.member", v.field(), v.message().ja(), v.message().en()))));
        return wish.role() == null ? Optional.empty() : Optional.of(wish);
    }

    private Optional<Role> role(String name) {
        if (name.equals(Role.HANDLER.id())) {
            members.wrong(new Violation(FIELD, "8-1(1)①", Messages.text("roles.handler")));
            return Optional.empty();
        }
        for (Role role : Role.values()) {
            if (role.id().equals(name)) {
                return Optional.of(role);
            }
        }
        members.wrong(FIELD, "roles.unknown", name.toLowerCase(Locale.ROOT));
        return Optional.empty();
    }

    private Set<String> scope(Members grant) {
        Object value = grant.value("scope");
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof Collection<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            grant.wrong("scope", "roles.scope-list");
            return Set.of();
        }
        if (list.isEmpty()) {
            grant.wrong("scope", "roles.scope-empty");
        }
        Set<String> known = known();
        Set<String> scope = new TreeSet<>();
        for (Object id : list) {
            if (known.contains(id)) {
                scope.add((String) id);
            } else {
                grant.wrong("scope", "roles.scope-unknown", id);
            }
        }
        return scope;
    }

    /** Returns the ids of the ledgers and modules that the system knows, also of those that are not there now. */
    private Set<String> known() {
        Set<String> known = new HashSet<>();
        for (LedgerInfo info : ledger.ledgers(caller)) {
            known.add(info.definition().id());
            known.add(info.definition().module());
        }
        return known;
    }
}
