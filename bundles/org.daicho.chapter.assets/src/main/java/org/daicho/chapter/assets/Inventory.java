package org.daicho.chapter.assets;

import java.util.Set;

/**
 * The names of 様式1 that rules and duties speak of, as {@code definitions/assets.inventory.json} has them.
 */
interface Inventory {

    /** The ledger's id. */
    String LEDGER = "assets.inventory";

    /** The state of an asset in the register. */
    String ACTIVE = "active";

    /** The state of an asset that left the register. */
    String REMOVED = "removed";

    /** The action that takes an asset out of the register. */
    String REMOVE = "remove";

    /** The five categories of 2-2, as the paper writes them. */
    interface Category {
        String PAPER = "紙媒体";
        String MEDIUM = "記録媒体";
        String DATA = "電子データ";
        String HARDWARE = "ハードウェア";
        String SOFTWARE = "ソフトウェア";
    }

    /** What is handed back was not disposed of (2-4); the methods of disposal are those of {@code DisposalMethod}. */
    String HANDED_BACK = "返却・移管";

    /** The kinds of hardware that are locked away in the evening (4-6(1)); chapter 4 counts the same. */
    Set<String> PORTABLE = Set.of("ノート型パソコン", "タブレット");

    String CATEGORY = "category";
    String NAME = "name";
    String LOCATION = "location";
    String SPECIFIC_PERSONAL_INFORMATION = "specificPersonalInformation";
    String ASSET_NUMBER = "assetNumber";
    String PERSONAL_INFORMATION = "personalInformation";
    String PURPOSE = "purpose";
    String CONFIDENTIAL = "confidential";
    String IMPORTANT = "important";
    String LOCKED_STORAGE = "lockedStorage";
    String HARDWARE_TYPE = "hardwareType";
    String LICENCE_MANAGED = "licenceManaged";
    String LICENCES_OWNED = "licencesOwned";
    String LICENCES_IN_USE = "licencesInUse";
    String IN_USE_BY = "inUseBy";
    String REVIEW_ON = "reviewOn";
    String DISPOSAL_METHOD = "disposalMethod";
    String DISPOSED_ON = "disposedOn";
    String DISPOSED_BY = "disposedBy";
    String DISPOSAL_RECORD = "disposalRecord";
}
