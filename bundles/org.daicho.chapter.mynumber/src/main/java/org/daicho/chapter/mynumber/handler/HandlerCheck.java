package org.daicho.chapter.mynumber.handler;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;

/**
 * That whoever did something was a handler on that day (8-1(1)①, 8-2(5)①, 8-2(6)②).
 */
public final class HandlerCheck {

    private HandlerCheck() {
    }

    /**
     * Makes the rule that whoever a column names was a handler on a day.
     *
     * @param rules   makes the rules of the ledger
     * @param clause  the clause that asks for it
     * @param actions the actions it looks at
     * @param field   the column that names the person; an empty one passes
     * @param day     tells when it was done; {@code null} passes
     */
    public static Rule rule(Rules rules, String clause, Set<String> actions, String field,
            Function<Change, LocalDate> day) {
        return rules.check(clause, actions, (change, view) -> {
            Person person = change.fields().person(field);
            LocalDate on = day.apply(change);
            return person == null || on == null || new Handlers(view).isHandler(person, on)
                    ? List.of()
                    : List.of(rules.violation(field, clause, "handler.none", person.name(), on.toString()));
        });
    }
}
