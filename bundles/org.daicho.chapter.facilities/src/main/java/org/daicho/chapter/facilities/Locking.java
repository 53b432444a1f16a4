package org.daicho.chapter.facilities;

/**
 * The names of 様式5, as {@code definitions/facilities.locking.json} has them.
 */
interface Locking {

    /** The ledger's id. */
    String LEDGER = "facilities.locking";

    String LOCKED = "locked";
    String UNLOCKED = "unlocked";

    String DATE = "date";
    String CHECKS = "checks";
    String CONFIRMED_BY = "confirmedBy";
    String ROOM_LOCKED = "roomLocked";
    String LATE_ENTRY = "lateEntry";
    String LOCKED_AT = "lockedAt";
    String SETTLED_ON = "settledOn";
}
