package org.daicho.chapter.incidents;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The registers in which an incident's assets are looked up, as far as they are there.
 *
 * @param view what the ledgers hold
 */
record Registers(LedgerView view) {

    private static final String INVENTORY = "assets.inventory";
    private static final String KEYS = "facilities.keys";

    boolean hasInventory() {
        return view.isActive(INVENTORY);
    }

    boolean hasKeys() {
        return view.isActive(KEYS);
    }

    /** Tells whether a register has something of that name, or had it: what is lost may have been taken off. */
    boolean knows(String name) {
        return has(INVENTORY, "name", name) || has(KEYS, "key", name);
    }

    private boolean has(String ledger, String column, String name) {
        return view.find(ledger, column, name).stream().anyMatch(Registers::stands);
    }

    private static boolean stands(Entry entry) {
        return entry.erased() == null;
    }
}
