package org.daicho.chapter.mynumber;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Fields;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Violation;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.spi.Texts;

/**
 * What a row of 様式9 must fulfil: a handler used what stands open in 様式8 (8-2(5)①, 8-2(5)④).
 */
final class UseRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;

    UseRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule("8-2(5)④", Uses.LEDGER, CONTENT, this::inFuture),
                new Rule("8-2(5)①", Uses.LEDGER, CONTENT, this::user),
                new Rule("8-2(5)④", Uses.LEDGER, CONTENT, this::open));
    }

    private List<Violation> inFuture(Change change, LedgerView view) {
        return Days.isAfter(Days.of(at(change.fields())), change.today())
                ? List.of(new Violation(Uses.USED_AT, "8-2(5)④", texts.text("day.future")))
                : List.of();
    }

    private List<Violation> user(Change change, LedgerView view) {
        return HandlerCheck.violations(Uses.USED_BY, "8-2(5)①", change.fields().person(Uses.USED_BY),
                Days.of(at(change.fields())), view, texts);
    }

    private List<Violation> open(Change change, LedgerView view) {
        return new OpenReceipts(texts).violations(change, at(change.fields()), change.fields().person(Uses.USED_BY),
                view);
    }

    static OffsetDateTime at(Fields use) {
        return use.dateTime(Uses.USED_AT);
    }
}
