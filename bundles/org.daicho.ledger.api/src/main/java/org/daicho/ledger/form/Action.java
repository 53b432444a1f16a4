package org.daicho.ledger.form;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * A step that a caller takes on an entry.
 *
 * @param name   the name in REST; {@code enter} makes an entry, {@code correct} corrects one
 * @param label  the name for people
 * @param from   the states it starts from; empty for {@code enter}
 * @param to     the state after it, or {@code null} where the state stays
 * @param roles  the roles that may take it
 * @param own    the roles that may take it on an entry they wrote
 * @param fields the columns that it sets
 * @param covers the columns that it vouches for: correcting one takes the entry back to the first of {@code from} and
 *               empties what the action set
 */
public record Action(String name, Text label, Set<String> from, String to, Set<Role> roles, Set<Role> own,
        List<String> fields, List<String> covers) {

    public Action {
        from = Set.copyOf(from);
        roles = Set.copyOf(roles);
        own = Set.copyOf(own);
        fields = List.copyOf(fields);
        covers = List.copyOf(covers);
    }
}
