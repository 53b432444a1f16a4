package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * That whoever did something was a handler on that day (8-1(1)①, 8-2(5)①, 8-2(6)②).
 */
final class HandlerCheck {

    private HandlerCheck() {
    }

    /**
     * Looks a person up in 様式7.
     *
     * @param field  the column that names the person
     * @param clause the clause that asks for it
     * @param person who did it; {@code null} passes
     * @param day    when; {@code null} passes
     * @return what it breaks
     */
    static List<Violation> violations(String field, String clause, Person person, LocalDate day, LedgerView view,
            Texts texts) {
        return person == null || day == null || new Handlers(view).isHandler(person, day)
                ? List.of()
                : List.of(new Violation(field, clause, texts.text("handler.none", person.name(), day.toString())));
    }
}
