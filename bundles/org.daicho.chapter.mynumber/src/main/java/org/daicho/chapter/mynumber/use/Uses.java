package org.daicho.chapter.mynumber.use;

/**
 * The names of 様式9, as {@code definitions/mynumber.uses.json} has them.
 */
public interface Uses {

    /** The ledger's id. */
    String LEDGER = "mynumber.uses";

    String USED_AT = "usedAt";
    String RECEIPT_NUMBER = "receiptNumber";
    String DOCUMENT = "document";
    String PURPOSE = "purpose";
    String USED_BY = "usedBy";
}
