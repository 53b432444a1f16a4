package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Rights to single items, given to as few handlers as needed (8-2(5)②).
 */
public final class Access {

    public static final String LEDGER = "mynumber.access";

    static final String GRANTED = "granted";
    static final String RECEIPT_NUMBER = "receiptNumber";
    static final String PERSON = "person";

    /** A withdrawn right held before. */
    private static final Set<String> HELD = Set.of(GRANTED, "withdrawn");

    private final Rules rules;

    public Access(Texts texts) {
        rules = new Rules(LEDGER, texts);
    }

    public List<Rule> rules() {
        Set<String> content = Set.of(Ledger.ENTER, Ledger.CORRECT, "approve");
        return List.of(rules.check("8-2(5)②", content, this::receipt),
                HandlerCheck.rule(rules, "8-2(5)②", content, PERSON, Change::today));
    }

    private List<Violation> receipt(Change change, LedgerView view) {
        String number = change.fields().text(RECEIPT_NUMBER);
        return number == null || Receipt.numbered(number, view).filter(Receipt::isSettable).isPresent()
                ? List.of()
                : List.of(rules.violation(RECEIPT_NUMBER, "8-2(5)②", "access.receipt", number));
    }

    /** Tells whether a person had a right to an item on a day. */
    public static boolean has(Person person, String number, LocalDate day, LedgerView view) {
        return person != null && to(number, view).stream().anyMatch(e -> person.isSameAs(e.fields().person(PERSON))
                && !Days.isAfter(e.fields().date("approvedOn"), day)
                && !Days.isAfter(day, e.fields().date("withdrawnOn")));
    }

    /** Finds the rights to an item that hold, or held. */
    static List<Entry> to(String number, LedgerView view) {
        return view.find(LEDGER, RECEIPT_NUMBER, number).stream()
                .filter(e -> HELD.contains(e.state()) && e.fields().has("approvedOn")).toList();
    }
}
