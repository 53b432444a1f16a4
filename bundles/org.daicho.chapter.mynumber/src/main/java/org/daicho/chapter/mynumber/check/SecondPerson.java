package org.daicho.chapter.mynumber.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Notices;
import org.daicho.chapter.mynumber.receipt.Receipt;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Who processes and who checks are two persons, whatever their accounts (8-2(12)). The checker is a handler; the
 * responsible manager or the deputy only where there is no second one. Where the manager is the one handler there is, the
 * manager checks with a reason under {@link #SAME_PERSON}, which the month's sheet lists.
 */
public final class SecondPerson {

    /** The confirmation code under which a manager who is the only handler checks what the manager wrote. */
    static final String SAME_PERSON = "same-person";

    private static final String CLAUSE = "8-2(12)";

    /** The steps that write nothing that a check would compare. */
    private static final Set<String> NO_CONTENT = Set.of(Receipts.Step.CHECK, Receipts.Step.ACKNOWLEDGE,
            Receipts.Step.END_GROUND);

    private final Texts texts;

    public SecondPerson(Texts texts) {
        this.texts = texts;
    }

    public List<Rule> rules() {
        Stream<Rule> checks = Stream.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)
                .map(ledger -> new Rules(ledger, texts))
                .flatMap(rules -> Stream.of(byAnother(rules, Receipts.Step.CHECK, "checkedBy", "check.same"),
                        rules.rule(CLAUSE, Set.of(Receipts.Step.CHECK), "checkedBy", "check.handlers",
                                SecondPerson::isNotNeeded),
                        rules.check(CLAUSE, Set.of(), (change, view) -> erasure(change, rules))));
        Stream<Rule> approvals = Stream.of(Zones.LEDGER, Files.LEDGER, Access.LEDGER, Notices.LEDGER)
                .map(ledger -> byAnother(new Rules(ledger, texts), "approve", "approvedBy", "approve.same"));
        return Stream.concat(checks, approvals).toList();
    }

    private Rule byAnother(Rules rules, String action, String field, String message) {
        return rules.check(CLAUSE, Set.of(action), (change, view) -> {
            boolean alone = change.as() == Role.MANAGER && new Handlers(view).ids(change.today()).size() < 2;
            return isProcessor(change)
                    ? List.of(new Violation(field, CLAUSE, texts.text(message), alone ? SAME_PERSON : null))
                    : List.of();
        });
    }

    private static boolean isNotNeeded(Change change, LedgerView view) {
        Set<String> handlers = new Handlers(view).ids(change.today());
        return handlers.size() > 1 && !handlers.contains(change.caller().person().id());
    }

    /** What is destroyed for good has ended, and whoever destroys it is not who ended it. */
    private static List<Violation> erasure(Change change, Rules rules) {
        if (!Ledger.ERASE.equals(change.action())) {
            return List.of();
        }
        if (Receipts.LEDGER.equals(change.definition().id()) && !new Receipt(change.before()).isEnded()) {
            return List.of(rules.violation(null, "8-2(7)", "erase.open"));
        }
        return isProcessor(change) ? List.of(rules.violation(null, CLAUSE, "erase.same")) : List.of();
    }

    private static boolean isProcessor(Change change) {
        return change.caller().person().isSameAs(processor(change.history()));
    }

    /** Returns who wrote last what a check compares. */
    private static Person processor(List<Entry> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!NO_CONTENT.contains(history.get(i).action())) {
                return history.get(i).by();
            }
        }
        return null;
    }
}
