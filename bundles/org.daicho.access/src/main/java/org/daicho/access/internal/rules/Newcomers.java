package org.daicho.access.internal.rules;

import java.util.List;
import java.util.stream.Collectors;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The rules about who is registered as a person (1-2(1)): by the operator, or by whoever enters them on the council's
 * register. The latter see no list of persons, so they are told of a namesake, as two people may share a name.
 */
final class Newcomers {

    /** The confirmation code that who is registered is another person than their namesake. */
    static final String NAMESAKE = "namesake";

    private static final String CLAUSE = "1-2(1)";

    private Newcomers() {
    }

    static List<Violation> authority(Change change, LedgerView view) {
        return isFromRegister(change) ? List.of() : Authority.operator(change);
    }

    /** The ledger is closed: with a role of the council's, none but a step that it names as an origin comes here. */
    private static boolean isFromRegister(Change change) {
        return change.action().equals("enter") && change.as() != null && change.as() != Role.OPERATOR
                && !AccessLedgers.MODULE.equals(change.caller().module());
    }

    static List<Violation> namesakes(Change change, LedgerView view) {
        String name = change.fields().text("name");
        if (name == null || !isFromRegister(change)) {
            return List.of();
        }
        List<Entry> namesakes = view.standing(AccessLedgers.PERSONS).stream()
                .filter(e -> Names.areSame(name, e.fields().text("name"))).toList();
        return namesakes.isEmpty()
                ? List.of()
                : List.of(new Violation("name", CLAUSE, Messages.text("person.namesake", name, namesakes.stream()
                        .map(e -> called(e, view)).collect(Collectors.joining("」「"))), NAMESAKE));
    }

    /** An account's name says more to people than an id, which is all that who has none can be named by. */
    private static String called(Entry person, LedgerView view) {
        return view.find(AccessLedgers.ACCOUNTS, "person", person.id()).stream()
                .map(account -> account.fields().text("name")).findFirst().orElse(person.id());
    }
}
