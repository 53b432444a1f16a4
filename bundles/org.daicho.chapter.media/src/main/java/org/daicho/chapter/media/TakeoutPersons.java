package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Who may not do a step because of who carries the asset (3-2(1)). Persons are compared, whatever their accounts.
 * <p>
 * In a small office the responsible manager may have to stand in: then with a reason under {@link #SAME_PERSON}, which
 * the month's sheet lists.
 */
final class TakeoutPersons {

    /** The confirmation code under which the manager approves, or confirms the return of, what the manager carried. */
    static final String SAME_PERSON = "same-person";

    private static final String CLAUSE = "3-2(1)";

    private final Rules rules;

    TakeoutPersons(Texts texts) {
        rules = new Rules(Takeouts.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(other(Takeouts.Step.APPROVE, Takeouts.APPROVED_BY, "take.approver"),
                other(Takeouts.Step.CONFIRM_RETURN, Takeouts.RETURN_CONFIRMED_BY, "take.confirmer"),
                rules.content(CLAUSE, Takeouts.TAKEN_BY, "take.own", TakeoutPersons::asksForOther),
                rules.rule(CLAUSE, Set.of(Takeouts.Step.WITHDRAW, Takeouts.Step.REJECT), Takeouts.TAKEN_ON,
                        "take.already", (change, view) -> change.fields().has(Takeouts.TAKEN_ON)));
    }

    private Rule other(String step, String field, String message) {
        return rules.confirmable(CLAUSE, Set.of(step), field, message,
                (change, view) -> change.caller().person().isSameAs(change.fields().person(Takeouts.TAKEN_BY)),
                change -> change.as() == Role.MANAGER ? SAME_PERSON : null);
    }

    /** A member asks for what the member carries; staff ask for others too. */
    private static boolean asksForOther(Change change, LedgerView view) {
        Person carrier = change.fields().person(Takeouts.TAKEN_BY);
        return change.as() == Role.MEMBER && carrier != null && !change.caller().person().isSameAs(carrier);
    }
}
