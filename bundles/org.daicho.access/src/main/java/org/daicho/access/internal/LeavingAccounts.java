package org.daicho.access.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * The accounts that an operator has to disable because their person leaves (2-4). They open nothing any more once the
 * register says that the last day is over; but what is not disabled opens again with the next term. The operator reads no
 * ledger of the council, and so hears of it here. Without chapter 1 there is nothing to hear.
 */
final class LeavingAccounts {

    static final String CLAUSE = "2-4";

    private static final String SHEETS = "council.leaving";

    private LeavingAccounts() {
    }

    static List<Duty> duties(LocalDate from, LocalDate to, LedgerView view) {
        return view.standing(SHEETS).stream().flatMap(sheet -> accounts(sheet, view)).toList();
    }

    private static Stream<Duty> accounts(Entry sheet, LedgerView view) {
        Person person = sheet.fields().person("person");
        LocalDate last = sheet.fields().date("leavingOn");
        if (person == null || last == null || isBack(person, last, view)) {
            return Stream.empty();
        }
        return view.find(AccessLedgers.ACCOUNTS, "person", person.id()).stream()
                .filter(e -> e.state().equals("active"))
                .map(e -> new Duty("leaving:" + e.id() + ":" + last, AccessLedgers.ACCOUNTS, CLAUSE,
                        Messages.text("duty.account", e.fields().text("name"), last.toString()), last, null));
    }

    /** Who came back since keeps the account. */
    private static boolean isBack(Person person, LocalDate last, LedgerView view) {
        return view.find(AccessLedgers.MEMBERS, "person", person.id()).stream()
                .anyMatch(e -> e.state().equals("active") && e.fields().date("termFrom").isAfter(last));
    }
}
