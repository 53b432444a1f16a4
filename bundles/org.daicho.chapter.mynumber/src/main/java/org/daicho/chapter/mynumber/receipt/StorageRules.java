package org.daicho.chapter.mynumber.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.place.Storage;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * Where something is kept whose access rights can't be set: locked away, and only handlers hold the keys (8-2(5)③).
 */
public final class StorageRules {

    private static final String CLAUSE = "8-2(5)③";
    private static final Set<String> ACTIONS = Set.of(Ledger.ENTER, Ledger.CORRECT, Receipts.Step.COMPLETE,
            Receipts.Step.CHECK);

    private final Rules rules;

    public StorageRules(Texts texts) {
        rules = new Rules(Receipts.LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(rules.check(CLAUSE, ACTIONS, this::unlocked),
                rules.check(CLAUSE, ACTIONS, this::keys));
    }

    private List<Violation> unlocked(Change change, LedgerView view) {
        Fields fields = change.fields();
        Storage storage = new Storage(fields.text(Receipts.STORAGE), view);
        return isFree(change) || fields.isTrue(Receipts.LOCKED_STORAGE) && !storage.isKnownOpen() || storage.isLocked()
                ? List.of()
                : List.of(rules.violation(Receipts.STORAGE, CLAUSE, "storage.open", storage.name()));
    }

    private List<Violation> keys(Change change, LedgerView view) {
        if (isFree(change)) {
            return List.of();
        }
        Storage storage = new Storage(change.fields().text(Receipts.STORAGE), view);
        Set<String> handlers = new Handlers(view).ids(change.today());
        List<Violation> violations = new ArrayList<>();
        for (Person holder : storage.holders()) {
            if (!handlers.contains(holder.id())) {
                violations.add(rules.violation(Receipts.STORAGE, CLAUSE, "storage.key", storage.name(), holder.name()));
            }
        }
        return violations;
    }

    private static boolean isFree(Change change) {
        return !change.fields().has(Receipts.STORAGE)
                || Receipts.SETTABLE.equals(change.fields().text(Receipts.ACCESS));
    }
}
