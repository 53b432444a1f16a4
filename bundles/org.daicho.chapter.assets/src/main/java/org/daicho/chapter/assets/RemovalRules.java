package org.daicho.chapter.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What must be stated before an asset leaves the register (2-3(2), 3-4, 4-8), besides the reason, which the definition
 * asks for.
 * <p>
 * What was lost, or entered by mistake, was not disposed of: the manager may then leave the disposal out with a reason
 * under {@link #NOT_DISPOSED}, which the sheet lists.
 */
final class RemovalRules {

    /** The confirmation code to remove an asset whose disposal can't be stated. */
    static final String NOT_DISPOSED = "not-disposed";

    private static final Set<String> REMOVAL = Set.of(Inventory.REMOVE);

    private final Texts texts;
    private final Rules rules;

    RemovalRules(Texts texts) {
        this.texts = texts;
        rules = new Rules(Inventory.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check("3-4", REMOVAL, this::undisposed),
                rules.check("3-4", REMOVAL, this::restorable),
                rules.confirmable("4-8", REMOVAL, Inventory.DISPOSAL_RECORD, "remove.unerased",
                        RemovalRules::isUnerased, change -> NOT_DISPOSED));
    }

    private List<Violation> undisposed(Change change, LedgerView view) {
        Fields fields = change.fields();
        String clause = new Asset(fields).disposalClause();
        List<Violation> missing = new ArrayList<>();
        if (clause != null) {
            String category = fields.text(Inventory.CATEGORY);
            if (!fields.has(Inventory.DISPOSAL_METHOD)) {
                missing.add(undisposed(Inventory.DISPOSAL_METHOD, clause, "remove.method", category));
            }
            if (!fields.has(Inventory.DISPOSED_ON)) {
                missing.add(undisposed(Inventory.DISPOSED_ON, clause, "remove.day", category));
            }
            if (!fields.has(Inventory.DISPOSED_BY) && !fields.has(Inventory.DISPOSAL_RECORD)) {
                missing.add(undisposed(Inventory.DISPOSED_BY, clause, "remove.by", category));
            }
        }
        return missing;
    }

    private Violation undisposed(String field, String clause, String message, String category) {
        return new Violation(field, clause, texts.text(message, category), NOT_DISPOSED);
    }

    /** A method that leaves something to be restored, such as deleting the files of a PC that is given away. */
    private List<Violation> restorable(Change change, LedgerView view) {
        Asset asset = new Asset(change.fields());
        String method = change.fields().text(Inventory.DISPOSAL_METHOD);
        String clause = asset.disposalClause();
        return clause != null && method != null && !asset.mayLeaveBy(method)
                ? List.of(rules.violation(Inventory.DISPOSAL_METHOD, clause, "remove.unfit", asset.category(), method))
                : List.of();
    }

    /** Where chapter 3 or 4 is installed, hardware leaves with the record of its erasure there (G県). */
    private static boolean isUnerased(Change change, LedgerView view) {
        DisposalRecords records = new DisposalRecords(view);
        return "4-8".equals(new Asset(change.fields()).disposalClause()) && records.areKept("4-8")
                && !records.erased(change.before(), change.fields());
    }
}
