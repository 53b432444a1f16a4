package org.daicho.chapter.assets;

import java.util.List;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What an asset must fulfil to be entered or corrected. What the paper does not ask for is refused only where it was
 * answered wrongly; unanswered it is a gap ({@link AssetGaps}), so that the paper's five columns suffice. The place of
 * 3-1(1) is mandatory by the definition.
 */
final class AssetRules {

    private final Rules rules;

    AssetRules(Texts texts) {
        rules = new Rules(Inventory.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("0-1", Inventory.PERSONAL_INFORMATION, "rule.personal",
                        (change, view) -> contradictsPersonal(change.fields())),
                rules.content("2-2", Inventory.LICENCE_MANAGED, "rule.unmanaged",
                        (change, view) -> new Asset(change.fields()).isSoftware()
                                && change.fields().isFalse(Inventory.LICENCE_MANAGED)),
                rules.content("3-1(2)", Inventory.LOCATION, "rule.unlocked",
                        (change, view) -> isUnlocked(new Asset(change.fields()), view)));
    }

    /** 特定個人情報 is personal information: it can't be answered yes while 個人情報 is answered no. */
    private static boolean contradictsPersonal(Fields asset) {
        return asset.isTrue(Inventory.SPECIFIC_PERSONAL_INFORMATION) && asset.isFalse(Inventory.PERSONAL_INFORMATION);
    }

    private static boolean isUnlocked(Asset asset, LedgerView view) {
        return asset.isToBeLocked() && !asset.isLocked(view);
    }
}
