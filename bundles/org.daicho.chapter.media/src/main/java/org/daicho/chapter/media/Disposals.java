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

    /** The methods, in the words of the inventory's own removal. */
    interface Method {
        String DESTROYED = "物理的消去（シュレッダー・破砕・粉砕）";
        String DEGAUSSED = "物理的消去（磁気消去）";
        String WIPED = "論理的消去（許可を得たデータ消去ソフトウェア）";
        String DELETED = "データの削除";
    }

    /** The kinds of medium that take away what a method does. */
    interface Kind {
        String MAGNETIC = "磁気ディスク・磁気テープ（HDD等）";
        String OPTICAL = "光ディスク（CD・DVD等）";
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
    String CONTRACTOR = "contractor";
    String CERTIFICATE = "certificate";
}
