package org.daicho.chapter.council.leaving;

/**
 * The names of the leaving sheet and of its items, as their definitions have them (2-4).
 */
public interface Leaving {

    /** The ledger of leaving sheets. */
    String LEDGER = "council.leaving";

    /** The ledger of what is returned or disposed of. */
    String ITEMS = "council.returns";

    String OPEN = "open";
    String CLOSED = "closed";
    String LISTED = "listed";
    String CONFIRMED = "confirmed";

    String LIST = "list";
    String CLOSE = "close";
    String CONFIRM = "confirm";

    String PERSON = "person";
    String LEAVING_ON = "leavingOn";
    String PAPER_CHECK = "paperCheck";
    String CLOSED_BY = "closedBy";
    String ITEM = "item";
    String ITEM_LEDGER = "itemLedger";
    String ITEM_ENTRY = "itemEntry";
    String CONFIRMED_BY = "confirmedBy";
}
