package org.daicho.chapter.media;

/**
 * The names of the register of disposals, as {@code definitions/media.disposals.json} has them.
 */
interface Disposals {

    /** The ledger's id. */
    String LEDGER = "media.disposals";

    /** What is disposed of, in the words of the inventory (2-2). */
    interface Category {
        String PAPER = "紙媒体";
        String MEDIUM = "記録媒体";
        String DATA = "電子データ";
        String HARDWARE = "ハードウェア";
    }

    String DISPOSED_ON = "disposedOn";
    String ASSET = "asset";
    String CATEGORY = "category";
    String METHOD = "method";
    String DISPOSED_BY = "disposedBy";
    String WITNESS = "witness";
    String ASSET_NUMBER = "assetNumber";
    String MEDIUM_KIND = "mediumKind";
    String SOFTWARE = "software";
}
