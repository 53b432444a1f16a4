package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Who may take an operation: the roles for everything, and those for what their person wrote. The document says it in a
 * sentence and, for programs, in {@code x-daicho-roles} and {@code x-daicho-own}.
 *
 * @param roles the roles; empty with {@code own}, everybody whom the operation lets in
 * @param own   the roles on entries of their own
 */
record Takers(Set<Role> roles, Set<Role> own) {

    /** Makes them of the names that a description has; {@code null} is everybody. */
    static Takers of(List<?> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            names.forEach(name -> roles.add(Role.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT))));
        }
        return new Takers(roles, Set.of());
    }

    /** Tells whether somebody with these roles may take it, if only on what they wrote. */
    boolean allow(Set<Role> reader) {
        return isEverybody() || !Collections.disjoint(reader, roles) || !Collections.disjoint(reader, own);
    }

    /** Says in an operation who may take it. */
    void describe(Map<String, Object> operation) {
        if (isEverybody()) {
            return;
        }
        Text before = (Text) operation.get("description");
        Text who = own.isEmpty()
                ? Wording.of("takers", names(roles).ja(), names(roles).en())
                : roles.isEmpty()
                        ? Wording.of("takers.own", names(own).ja(), names(own).en())
                        : Wording.of("takers.both", names(roles).ja(), names(roles).en(), names(own).ja(),
                                names(own).en());
        operation.put("description", new Text(before.ja() + "\n\n" + who.ja(), before.en() + "\n\n" + who.en()));
        operation.put("x-daicho-roles", sorted(roles));
        if (!own.isEmpty()) {
            operation.put("x-daicho-own", sorted(own));
        }
    }

    private boolean isEverybody() {
        return roles.isEmpty() && own.isEmpty();
    }

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static Text names(Set<Role> roles) {
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Role role : sorted(roles)) {
            Text name = Wording.of("role." + role.id());
            ja.add(name.ja());
            en.add(name.en());
        }
        return new Text(String.join("、", ja), String.join(", ", en));
    }
}
