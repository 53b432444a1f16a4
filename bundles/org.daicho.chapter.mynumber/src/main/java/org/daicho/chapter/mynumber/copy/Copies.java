package org.daicho.chapter.mynumber.copy;

/**
 * The names of 様式10, as {@code definitions/mynumber.copies.json} has them.
 */
public interface Copies {

    /** The ledger's id. */
    String LEDGER = "mynumber.copies";

    /** The kind of row that is about a copy; every other is about transport. */
    String COPY = "複製";

    String SETTLE = "settle";

    String COPIED_AT = "copiedAt";
    String DOCUMENT = "document";
    String SOURCE = "source";
    String DESTINATION = "destination";
    String OPERATOR = "operator";
    String KIND = "kind";
    String SAME_FACILITY = "sameFacility";
    String CASE_LOCKED = "caseLocked";
    String CARRIED_THROUGHOUT = "carriedThroughout";
    String NO_DETOUR = "noDetour";
    String DEPARTED_AT = "departedAt";
    String ARRIVED_AT = "arrivedAt";
    String COPY_RECEIPT = "copyReceipt";
    String COPY_DISPOSED_ON = "copyDisposedOn";
}
