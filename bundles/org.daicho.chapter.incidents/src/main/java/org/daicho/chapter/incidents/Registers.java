package org.daicho.chapter.incidents;

import org.daicho.chapter.incidents.Reliances.Inventory;
import org.daicho.chapter.incidents.Reliances.Keys;
import org.daicho.ledger.view.LedgerView;

/**
 * The registers in which an incident's assets are looked up, as far as they are there.
 *
 * @param view what the ledgers hold
 */
record Registers(LedgerView view) {

    boolean hasInventory() {
        return view.isActive(Inventory.LEDGER);
    }

    boolean hasKeys() {
        return view.isActive(Keys.LEDGER);
    }

    /** Tells whether a register has something of that name, or had it: what is lost may have been taken off. */
    boolean knows(String name) {
        return !view.find(Inventory.LEDGER, Inventory.NAME, name).isEmpty()
                || !view.find(Keys.LEDGER, Keys.KEY, name).isEmpty();
    }
}
