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
 * Who may not do a step because of who carries the asset (3-2(1)), beside who approves it and who confirms its return,
 * which the definition tells apart from who carries it. Persons are compared, whatever their accounts.
 */
final class TakeoutPersons {

    private static final String CLAUSE = "3-2(1)";

    private final Rules rules;

    TakeoutPersons(Texts texts) {
        rules = new Rules(Takeouts.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content(CLAUSE, Takeouts.TAKEN_BY, "take.own", TakeoutPersons::asksForOther),
                rules.rule(CLAUSE, Set.of(Takeouts.Step.WITHDRAW, Takeouts.Step.REJECT), Takeouts.TAKEN_ON,
                        "take.already", (change, view) -> change.fields().has(Takeouts.TAKEN_ON)));
    }

    /** A member asks for what the member carries; staff ask for others too. */
    private static boolean asksForOther(Change change, LedgerView view) {
        Person carrier = change.fields().person(Takeouts.TAKEN_BY);
        return change.as() == Role.MEMBER && carrier != null && !change.caller().person().isSameAs(carrier);
    }
}
