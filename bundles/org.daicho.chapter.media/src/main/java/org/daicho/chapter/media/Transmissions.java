package org.daicho.chapter.media;

/**
 * The names of the record of transmissions, as {@code definitions/media.transmissions.json} has them.
 */
interface Transmissions {

    /** The ledger's id. */
    String LEDGER = "media.transmissions";

    /** The channel whose recipients may see each other's addresses. */
    String MAIL = "メール";

    String ASSET = "asset";
    String CHANNEL = "channel";
    String RECIPIENT_COUNT = "recipientCount";
    String REASON = "reason";
}
