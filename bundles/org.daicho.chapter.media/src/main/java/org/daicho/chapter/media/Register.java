package org.daicho.chapter.media;

import java.util.List;

import org.daicho.chapter.media.Reliances.Inventory;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The inventory of information assets (様式1) as far as it is there. Names are compared as the ledger searches: width,
 * spaces, case and kana make no difference. What the inventory of a removed chapter said is still read.
 *
 * @param view what the ledgers hold
 */
record Register(LedgerView view) {

    /** Tells whether the inventory is kept in the system now. */
    boolean isLive() {
        return view.isActive(Inventory.LEDGER);
    }

    /** Finds the assets that a number means, else a name, those that left the inventory too. */
    List<Entry> meant(Long number, String name) {
        return number == null
                ? view.find(Inventory.LEDGER, Inventory.NAME, name)
                : view.find(Inventory.LEDGER, Inventory.NUMBER, number.toString());
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    boolean has(String name, String category) {
        return named(name).stream().anyMatch(e -> category.equals(category(e)));
    }

    /** Tells whether an asset of the name is kept at a place. */
    boolean hasAt(String name, String place) {
        return named(name).stream().anyMatch(e -> Names.areSame(place, e.fields().text(Inventory.LOCATION)));
    }

    /** Tells whether the inventory says that an asset of the name holds specific personal information. */
    boolean holdsSpecific(String name) {
        return named(name).stream().anyMatch(e -> e.fields().isTrue(Inventory.SPECIFIC));
    }

    private List<Entry> named(String name) {
        return view.find(Inventory.LEDGER, Inventory.NAME, name, Inventory.ACTIVE);
    }

    static boolean isActive(Entry asset) {
        return Inventory.ACTIVE.equals(asset.state());
    }

    static String category(Entry asset) {
        return asset.fields().text(Inventory.CATEGORY);
    }

    static String name(Entry asset) {
        return asset.fields().text(Inventory.NAME);
    }
}
