package org.daicho.chapter.mynumber;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What every row of 様式9 and 様式10 must fulfil: it is in the past, a handler did it, with what stands open in 様式8
 * (8-2(5)①, 8-2(5)④, 8-2(6)②).
 */
final class DeedRules {

    static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final String ledger;
    private final String at;
    private final String timeClause;
    private final String person;
    private final String personClause;
    private final Texts texts;

    /**
     * Makes the rules of a ledger.
     *
     * @param at           the column of when it was done
     * @param timeClause   the clause that asks for it
     * @param person       the column of who did it
     * @param personClause the clause that asks for a handler
     */
    DeedRules(String ledger, String at, String timeClause, String person, String personClause, Texts texts) {
        this.ledger = ledger;
        this.at = at;
        this.timeClause = timeClause;
        this.person = person;
        this.personClause = personClause;
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule(timeClause, ledger, CONTENT, this::inFuture),
                new Rule(personClause, ledger, CONTENT, this::handler),
                new Rule("8-2(5)④", ledger, CONTENT, this::open));
    }

    private List<Violation> inFuture(Change change, LedgerView view) {
        return Days.isAfter(Days.of(at(change)), change.today())
                ? List.of(new Violation(at, timeClause, texts.text("day.future")))
                : List.of();
    }

    private List<Violation> handler(Change change, LedgerView view) {
        return HandlerCheck.violations(person, personClause, change.fields().person(person), Days.of(at(change)), view,
                texts);
    }

    private List<Violation> open(Change change, LedgerView view) {
        return new OpenReceipts(texts).violations(change, at(change), change.fields().person(person), view);
    }

    private OffsetDateTime at(Change change) {
        return change.fields().dateTime(at);
    }
}
