package org.daicho.chapter.mynumber.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.HandlerCheck;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * A My Number is asked for only where the task needs it (8-2(2)): where so much is expected to be paid in a year that the
 * law has a statement of it made.
 */
public final class RequestRules {

    private final Rules rules;
    private final LawData law;

    public RequestRules(Texts texts, LawData law) {
        rules = new Rules(Requests.LEDGER, texts);
        this.law = law;
    }

    public List<Rule> rules() {
        return List.of(rules.check("8-2(2)", Set.of(Ledger.ENTER), this::unneeded),
                rules.check("8-2(2)", Rules.CONTENT, this::ended),
                HandlerCheck.rule(rules, "8-2(2)", Rules.CONTENT, Requests.REQUESTED_BY,
                        change -> change.fields().date(Requests.REQUESTED_ON)));
    }

    /** Tells whether a request asks for what the law does not need. */
    public static boolean isUnneeded(Fields request, LawData law) {
        Long amount = request.integer(Requests.EXPECTED_AMOUNT);
        return amount != null
                && law.payment(request.text(Requests.PAYMENT)).filter(p -> amount <= p.over()).isPresent();
    }

    /** An amount that is corrected later may say that it was not needed after all: then it is to be withdrawn. */
    private List<Violation> unneeded(Change change, LedgerView view) {
        return isUnneeded(change.fields(), law)
                ? List.of(rules.violation(Requests.EXPECTED_AMOUNT, "8-2(2)", "request.unneeded",
                        change.fields().text(Requests.PAYMENT)))
                : List.of();
    }

    private List<Violation> ended(Change change, LedgerView view) {
        LocalDate day = change.fields().date(Requests.REQUESTED_ON);
        return law.payment(change.fields().text(Requests.PAYMENT)).filter(p -> day != null && !p.span().covers(day))
                .map(p -> List.of(
                        rules.violation(Requests.PAYMENT, "8-2(2)", "request.ended", p.name())))
                .orElse(List.of());
    }
}
