package org.daicho.access.internal.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Keeps the operator apart from the handlers, whom no grant names (8-2(5)②). Without chapter 8 there are none; with it,
 * its own rule keeps an operator out of 様式7.
 */
public final class Handlers {

    private static final String CLAUSE = "8-2(5)②";
    private static final String REGISTER = "mynumber.handlers";

    private Handlers() {
    }

    /**
     * Checks a grant beside the roles that the registers give its person.
     *
     * @param grant the grant to be
     * @param roles what the registers give, also on other days
     * @return what is wrong with it
     */
    public static List<Violation> apart(Grant grant, Collection<RoleGrant> roles) {
        return violations(grant.role() == Role.OPERATOR && roles.stream().anyMatch(
                role -> role.role() == Role.HANDLER && meets(role.from(), role.to(), grant.from(), grant.to())));
    }

    /** Looks at the register itself, so that a row which comes meanwhile is seen. */
    static List<Violation> apart(Change change, LedgerView view) {
        Person person = change.fields().person("person");
        return violations(person != null && Role.OPERATOR.id().equals(change.fields().text("role"))
                && view.find(REGISTER, "handler", person.id()).stream()
                        .anyMatch(row -> person.isSameAs(row.fields().person("handler")) && meets(row, change)));
    }

    private static boolean meets(Entry row, Change change) {
        LocalDate released = row.fields().date("releasedOn");
        return row.fields().has("designatedOn")
                && meets(row.fields().date("designatedOn"), released == null ? null : released.minusDays(1),
                        change.fields().date("from"), change.fields().date("to"));
    }

    private static boolean meets(LocalDate first, LocalDate last, LocalDate from, LocalDate to) {
        return (to == null || !first.isAfter(to)) && (last == null || from == null || !from.isAfter(last))
                && (last == null || !last.isBefore(first));
    }

    private static List<Violation> violations(boolean both) {
        return both ? List.of(new Violation("role", CLAUSE, Messages.text("grant.handler"))) : List.of();
    }
}
