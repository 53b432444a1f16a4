package org.daicho.chapter.media;

/**
 * The names of the record of copies, as {@code definitions/media.copies.json} has them.
 */
interface Copies {

    /** The ledger's id. */
    String LEDGER = "media.copies";

    /** The state of copies that are still kept. */
    String RECORDED = "recorded";

    /** The step that ends their keeping. */
    String DISPOSE = "dispose";

    /** The kind that makes electronic data of paper. */
    String DIGITISED = "電子データ化";

    String ASSET = "asset";
    String KIND = "kind";
    String PLACE = "place";
    String LOCKED_STORAGE = "lockedStorage";
    String HANDED_TO = "handedTo";
    String REGISTERED_AS = "registeredAs";
    String KEEP_UNTIL = "keepUntil";
    String DISPOSAL_RECORD = "disposalRecord";
}
