package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Locations;
import org.daicho.ledger.rules.Rules;
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

    private final Rules rules;

    CopyRules(Texts texts) {
        rules = new Rules(Copies.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("3-1(2)", Copies.PLACE, "copy.unlocked",
                        (change, view) -> !isLocked(change.fields(), view)),
                rules.check("3-4", Set.of(Copies.DISPOSE), this::undisposed));
    }

    /** Tells whether copies are kept in a registered lockable place, or someone attested it, or has them no more. */
    static boolean isLocked(Fields copy, LedgerView view) {
        return copy.isTrue(Copies.LOCKED_STORAGE) || copy.has(Copies.HANDED_TO)
                || Locations.find(copy.text(Copies.PLACE), view).filter(Locations::isLocked).isPresent();
    }

    /** Copies end with a record of their disposal, like any paper or data with personal information (3-4). */
    private List<Violation> undisposed(Change change, LedgerView view) {
        String record = change.fields().text(Copies.DISPOSAL_RECORD);
        return record == null || view.entry(Disposals.LEDGER, record).isPresent()
                ? List.of()
                : List.of(rules.violation(Copies.DISPOSAL_RECORD, disposalClause(change.fields()),
                        "copy.undisposed"));
    }

    /** Returns the clause under which copies are disposed of. */
    static String disposalClause(Fields copy) {
        return Copies.DIGITISED.equals(copy.text(Copies.KIND)) ? "3-4(3)" : "3-4(1)";
    }
}
