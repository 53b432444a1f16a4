package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a copy must fulfil to be recorded (3-3) beside what the definition asks for: the copies are kept as 3-1(2) has
 * personal information kept, and end with a record of their disposal.
 */
final class CopyRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;

    CopyRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rule("3-1(2)", Copies.LEDGER, CONTENT, this::unlocked),
                new Rule("3-4", Copies.LEDGER, Set.of(Copies.DISPOSE), this::undisposed));
    }

    private List<Violation> unlocked(Change change, LedgerView view) {
        return isLocked(change.fields(), view)
                ? List.of()
                : List.of(new Violation(Copies.PLACE, "3-1(2)", texts.text("copy.unlocked")));
    }

    /** Tells whether copies are kept in a registered lockable place, or someone attested it, or has them no more. */
    static boolean isLocked(Fields copy, LedgerView view) {
        return copy.isTrue(Copies.LOCKED_STORAGE) || copy.has(Copies.HANDED_TO)
                || Locations.find(copy.text(Copies.PLACE), view.places()).filter(Locations::isLocked).isPresent();
    }

    /** Copies end with a record of their disposal, like any paper or data with personal information (3-4). */
    private List<Violation> undisposed(Change change, LedgerView view) {
        String record = change.fields().text(Copies.DISPOSAL_RECORD);
        return record == null || view.entry(Disposals.LEDGER, record).isPresent()
                ? List.of()
                : List.of(new Violation(Copies.DISPOSAL_RECORD, disposalClause(change.fields()),
                        texts.text("copy.undisposed")));
    }

    /** Returns the clause under which copies are disposed of. */
    static String disposalClause(Fields copy) {
        return Copies.DIGITISED.equals(copy.text(Copies.KIND)) ? "3-4(3)" : "3-4(1)";
    }
}
