package org.daicho.chapter.mynumber.use;

import java.time.OffsetDateTime;
import java.util.List;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;

/**
 * What every row of 様式9 and 様式10 must fulfil beside its definition: a handler did it, with what stands open in 様式8
 * (8-2(5)①, 8-2(5)④, 8-2(6)②).
 */
public final class DeedRules {

    private final Rules rules;
    private final String at;
    private final String person;
    private final String personClause;

    /**
     * Makes the rules of a ledger.
     *
     * @param rules        makes its rules
     * @param at           the column of when it was done
     * @param person       the column of who did it
     * @param personClause the clause that asks for a handler
     */
    public DeedRules(Rules rules, String at, String person, String personClause) {
        this.rules = rules;
        this.at = at;
        this.person = person;
        this.personClause = personClause;
    }

    public List<Rule> rules() {
        return List.of(
                HandlerCheck.rule(rules, personClause, Rules.CONTENT, person, change -> Days.of(at(change.fields()))),
                rules.check("8-2(5)④", Rules.CONTENT, (change, view) -> new OpenReceipts(rules).violations(change,
                        at(change.fields()), change.fields().person(person), view)));
    }

    private OffsetDateTime at(Fields row) {
        return row.dateTime(at);
    }
}
