package org.daicho.chapter.assets;

import java.util.function.Predicate;

import org.daicho.chapter.assets.Inventory.Category;
import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.rules.Locations;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * What the clauses ask about one asset.
 *
 * @param fields the asset's values
 */
record Asset(Fields fields) {

    /** Returns the asset's category, or {@code null} where it is not filled. */
    String category() {
        return fields.text(Inventory.CATEGORY);
    }

    boolean isSoftware() {
        return Category.SOFTWARE.equals(category());
    }

    boolean isData() {
        return Category.DATA.equals(category());
    }

    /** Tells whether it is one of ノート型パソコン等, which are put away (4-6(1)). */
    boolean isPortable() {
        String type = fields.text(Inventory.HARDWARE_TYPE);
        return type != null && Inventory.PORTABLE.contains(type);
    }

    /** Tells whether it is kept in a registered cabinet that can be locked, or someone attested it (4-6(1)). */
    boolean isInCabinet(LedgerView view) {
        return isKept(Place::isCabinet, view);
    }

    /** Tells whether it holds personal information; specific personal information always is (0-1). */
    boolean isPersonal() {
        return fields.isTrue(Inventory.PERSONAL_INFORMATION)
                || fields.isTrue(Inventory.SPECIFIC_PERSONAL_INFORMATION);
    }

    /** Tells whether 個人情報の有無 was neither answered nor follows from 特定個人情報 (0-1). */
    boolean isPersonalUnanswered() {
        return !fields.has(Inventory.PERSONAL_INFORMATION)
                && !fields.isTrue(Inventory.SPECIFIC_PERSONAL_INFORMATION);
    }

    /** Tells whether 3-1(2) wants it locked away: personal or other confidential information, or important to the work. */
    boolean isToBeLocked() {
        return isPersonal() || fields.isTrue(Inventory.CONFIDENTIAL) || fields.isTrue(Inventory.IMPORTANT);
    }

    /** Tells whether it is kept in a registered lockable place in an office, or someone attested it (3-1(2)). */
    boolean isLocked(LedgerView view) {
        return isKept(Place::office, view);
    }

    private boolean isKept(Predicate<Place> where, LedgerView view) {
        return fields.isTrue(Inventory.LOCKED_STORAGE)
                || Locations.find(fields.text(Inventory.LOCATION), view)
                        .filter(p -> p.lockable() && where.test(p)).isPresent();
    }

    /** Tells whether more licences are in use than owned (4-7). */
    boolean isOverLicensed() {
        Long owned = fields.integer(Inventory.LICENCES_OWNED);
        Long used = fields.integer(Inventory.LICENCES_IN_USE);
        return owned != null && used != null && used > owned;
    }

    /**
     * Returns the clause under which the asset's disposal must be stated when it leaves the register.
     *
     * @return the clause, or {@code null} for software and for paper that holds no personal information
     */
    String disposalClause() {
        if (category() == null) {
            return null;
        }
        return switch (category()) {
        case Category.PAPER -> isPersonal() || isPersonalUnanswered() ? "3-4(1)" : null;
        case Category.MEDIUM -> "3-4(2)";
        case Category.DATA -> "3-4(3)";
        case Category.HARDWARE -> "4-8";
        default -> null;
        };
    }

    /** Tells whether it may leave the register by a method: nothing can be restored, or paper was handed back. */
    boolean mayLeaveBy(String method) {
        return DisposalMethod.of(method).map(m -> m.suits(category())).orElse(Category.PAPER.equals(category()));
    }
}
