package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.chapter.facilities.Reliances.Members;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * The register of members and staff (委員等) of chapter 1 on a day. Where it is absent, or nobody is on it yet, whoever has
 * an account counts as one of them: the council gives accounts to no one else.
 *
 * @param ids the ids of the persons on it; empty where there is none
 */
record Register(Set<String> ids) {

    static Register of(LedgerView view, LocalDate day) {
        return new Register(!view.isActive(Members.LEDGER)
                ? Set.of()
                : view.standing(Members.LEDGER).stream().filter(e -> isOn(e, day))
                        .map(e -> e.fields().person(Members.PERSON))
                        .filter(p -> p != null).map(Person::id).collect(Collectors.toSet()));
    }

    private static boolean isOn(Entry term, LocalDate day) {
        return Days.isWithin(day, term.fields().date(Members.TERM_FROM), term.fields().date(Members.TERM_TO))
                && !(Members.LEFT.equals(term.state()) && Days.isAfter(day, term.fields().date(Members.LEFT_ON)));
    }

    boolean has(Person person) {
        return ids.isEmpty() || ids.contains(person.id());
    }
}
