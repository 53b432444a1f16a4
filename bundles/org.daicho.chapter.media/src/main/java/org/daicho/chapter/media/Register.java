package org.daicho.chapter.media;

import java.util.List;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The inventory of information assets (様式1) as far as it is there. Names are compared as the ledger searches: width,
 * spaces, case and kana make no difference. What the inventory of a removed chapter said is still read.
 *
 * @param view what the ledgers hold
 */
record Register(LedgerView view) {

    private static final String LEDGER = "assets.inventory";
    private static final String ACTIVE = "active";
    private static final String NAME = "name";
    private static final String NUMBER = "assetNumber";
    private static final String CATEGORY = "category";
    private static final String LOCATION = "location";
    private static final String SPECIFIC = "specificPersonalInformation";

    /** Tells whether the inventory is kept in the system now. */
    boolean isLive() {
        return view.isActive(LEDGER);
    }

    /** Finds the assets of a name in the inventory, those that left it too. */
    List<Entry> everNamed(String name) {
        return name == null
                ? List.of()
                : view.find(LEDGER, NAME, name).stream().filter(e -> e.erased() == null).toList();
    }

    /** Finds the assets of a name in the inventory. */
    List<Entry> named(String name) {
        return everNamed(name).stream().filter(Register::isActive).toList();
    }

    /** Finds the assets of a number; there is one at most. */
    List<Entry> numbered(Long number) {
        return number == null
                ? List.of()
                : view.find(LEDGER, NUMBER, number.toString()).stream().filter(e -> e.erased() == null).toList();
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    boolean has(String name, String category) {
        return named(name).stream().anyMatch(e -> category.equals(category(e)));
    }

    /** Tells whether an asset of the name is kept at a place. */
    boolean hasAt(String name, String place) {
        return named(name).stream()
                .anyMatch(e -> Locations.key(place).equals(Locations.key(e.fields().text(LOCATION))));
    }

    /** Tells whether the inventory says that an asset of the name holds specific personal information. */
    boolean holdsSpecific(String name) {
        return named(name).stream().anyMatch(e -> e.fields().isTrue(SPECIFIC));
    }

    static boolean isActive(Entry asset) {
        return ACTIVE.equals(asset.state());
    }

    static String category(Entry asset) {
        return asset.fields().text(CATEGORY);
    }

    static String name(Entry asset) {
        return asset.fields().text(NAME);
    }
}
