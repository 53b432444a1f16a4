package org.daicho.chapter.mynumber;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
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
final class SecondPerson {

    /** The confirmation code under which a manager who is the only handler checks what the manager wrote. */
    static final String SAME_PERSON = "same-person";

    private static final String CLAUSE = "8-2(12)";

    /** The steps that write nothing that a check would compare. */
    private static final Set<String> NO_CONTENT = Set.of(Receipts.Step.CHECK, Receipts.Step.ACKNOWLEDGE,
            Receipts.Step.END_GROUND);

    private final Texts texts;

    SecondPerson(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        Stream<Rule> checks = Stream.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER).flatMap(ledger -> Stream.of(
                new Rule(CLAUSE, ledger, Set.of(Receipts.Step.CHECK), this::check),
                new Rule(CLAUSE, ledger, Set.of(Receipts.Step.CHECK), this::notNeeded),
                new Rule(CLAUSE, ledger, Set.of(), this::erasure)));
        Stream<Rule> approvals = Stream.of(Zones.LEDGER, Files.LEDGER, Access.LEDGER, Notices.LEDGER)
                .map(ledger -> new Rule(CLAUSE, ledger, Set.of("approve"), this::approval));
        return Stream.concat(checks, approvals).toList();
    }

    private List<Violation> check(Change change, LedgerView view) {
        return byAnother(change, view, "checkedBy", "check.same");
    }

    private List<Violation> approval(Change change, LedgerView view) {
        return byAnother(change, view, "approvedBy", "approve.same");
    }

    private List<Violation> byAnother(Change change, LedgerView view, String field, String message) {
        boolean alone = change.as() == Role.MANAGER && new Handlers(view).ids(change.today()).size() < 2;
        return isProcessor(change)
                ? List.of(new Violation(field, CLAUSE, texts.text(message), alone ? SAME_PERSON : null))
                : List.of();
    }

    private List<Violation> notNeeded(Change change, LedgerView view) {
        Set<String> handlers = new Handlers(view).ids(change.today());
        return handlers.size() > 1 && !handlers.contains(change.caller().person().id())
                ? List.of(new Violation("checkedBy", CLAUSE, texts.text("check.handlers")))
                : List.of();
    }

    /** What is destroyed for good has ended, and whoever destroys it is not who ended it. */
    private List<Violation> erasure(Change change, LedgerView view) {
        if (!Ledger.ERASE.equals(change.action())) {
            return List.of();
        }
        if (Receipts.LEDGER.equals(change.definition().id()) && !new Receipt(change.before()).isEnded()) {
            return List.of(new Violation(null, "8-2(7)", texts.text("erase.open")));
        }
        return isProcessor(change)
                ? List.of(new Violation(null, CLAUSE, texts.text("erase.same")))
                : List.of();
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
