package org.daicho.chapter.media;

/**
 * The names of the list of approved erasure software, as {@code definitions/media.erasure-software.json} has them.
 */
interface ErasureSoftware {

    /** The ledger's id. */
    String LEDGER = "media.erasure-software";

    String NAME = "name";
    String APPROVED_ON = "approvedOn";
    String WITHDRAWN_ON = "withdrawnOn";
}
