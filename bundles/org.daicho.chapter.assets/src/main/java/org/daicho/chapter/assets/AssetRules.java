package org.daicho.chapter.assets;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What an asset must fulfil to be entered or corrected. What the paper does not ask for is refused only where it was
 * answered wrongly; unanswered it is a gap ({@link AssetGaps}), so that the paper's five columns suffice. The place of
 * 3-1(1) is mandatory by the definition.
 */
final class AssetRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;

    AssetRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(rule("0-1", AssetRules::contradictsPersonal, Inventory.PERSONAL_INFORMATION, "rule.personal"),
                rule("2-2", AssetRules::isUnmanagedSoftware, Inventory.LICENCE_MANAGED, "rule.unmanaged"),
                rule("3-1(2)", AssetRules::isUnlocked, Inventory.LOCATION, "rule.unlocked"),
                rule("4-7", (a, view) -> isNegative(a, Inventory.LICENCES_OWNED), Inventory.LICENCES_OWNED,
                        "rule.negative"),
                rule("4-7", (a, view) -> isNegative(a, Inventory.LICENCES_IN_USE), Inventory.LICENCES_IN_USE,
                        "rule.negative"));
    }

    /** 特定個人情報 is personal information: it can't be answered yes while 個人情報 is answered no. */
    private static boolean contradictsPersonal(Asset asset, LedgerView view) {
        return asset.fields().isTrue(Inventory.SPECIFIC_PERSONAL_INFORMATION)
                && asset.fields().isFalse(Inventory.PERSONAL_INFORMATION);
    }

    private static boolean isUnmanagedSoftware(Asset asset, LedgerView view) {
        return asset.isSoftware() && asset.fields().isFalse(Inventory.LICENCE_MANAGED);
    }

    private static boolean isUnlocked(Asset asset, LedgerView view) {
        return asset.isToBeLocked() && !asset.isLocked(view);
    }

    /** A count below zero is a slip; more in use than owned is what was found, and is shown rather than refused. */
    private static boolean isNegative(Asset asset, String column) {
        Long count = asset.fields().integer(column);
        return count != null && count < 0;
    }

    private Rule rule(String clause, Test broken, String field, String message) {
        return new Rule(clause, Inventory.LEDGER, CONTENT, (Change change, LedgerView view) -> broken
                .holds(new Asset(change.fields()), view)
                        ? List.of(new Violation(field, clause, texts.text(message)))
                        : List.of());
    }

    /** Decides whether an asset breaks a rule. */
    @FunctionalInterface
    private interface Test {

        boolean holds(Asset asset, LedgerView view);
    }
}
