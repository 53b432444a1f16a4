package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Who may not do a step because of who carries the asset (3-2(1)), beside who approves it and who confirms its return,
 * which the definition tells apart from who carries it. Persons are compared, whatever their accounts.
 */
final class TakeoutPersons {

    private static final String CLAUSE = "3-2(1)";

    private final Texts texts;

    TakeoutPersons(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule(CLAUSE, Takeouts.LEDGER, Set.of(Ledger.ENTER, Ledger.CORRECT), this::ownRequest),
                new Rule(CLAUSE, Takeouts.LEDGER, Set.of(Takeouts.Step.WITHDRAW, Takeouts.Step.REJECT),
                        this::alreadyOut));
    }

    /** A member asks for what the member carries; staff ask for others too. */
    private List<Violation> ownRequest(Change change, LedgerView view) {
        Person carrier = change.fields().person(Takeouts.TAKEN_BY);
        return change.as() == Role.MEMBER && carrier != null && !change.caller().person().isSameAs(carrier)
                ? List.of(new Violation(Takeouts.TAKEN_BY, CLAUSE, texts.text("take.own")))
                : List.of();
    }

    /** What went out cannot be made not to have gone out, also after its approval was undone by a correction. */
    private List<Violation> alreadyOut(Change change, LedgerView view) {
        return change.fields().has(Takeouts.TAKEN_ON)
                ? List.of(new Violation(Takeouts.TAKEN_ON, CLAUSE, texts.text("take.already")))
                : List.of();
    }
}
