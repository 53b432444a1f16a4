package org.daicho.chapter.systems;

import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.systems.Reliances.Assets;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The inventory of information assets (様式1) as far as it is there. Names are compared as the ledger searches: width,
 * spaces, case and kana make no difference.
 *
 * @param view what the ledgers hold
 */
record Inventory(LedgerView view) {

    private static final String MEDIUM = "記録媒体";
    private static final String HARDWARE = "ハードウェア";
    private static final String SOFTWARE = "ソフトウェア";

    /** The kinds of hardware for which the register of devices is. */
    private static final Set<String> DEVICES = Set.of(Devices.Kind.DESKTOP, Devices.Kind.NOTEBOOK, Devices.Kind.TABLET,
            Devices.Kind.SERVER);

    /** Tells whether the inventory is kept in the system now. */
    boolean isLive() {
        return view.isActive(Assets.LEDGER);
    }

    /** Finds the storage media of a name that are in the inventory. */
    Stream<Entry> media(String name) {
        return named(name).filter(e -> MEDIUM.equals(e.fields().text(Assets.CATEGORY)));
    }

    /** Tells whether a storage medium of the name, and of the number where one is given, is in the inventory. */
    boolean hasMedium(String name, Long number) {
        return media(name).anyMatch(e -> number == null || number.equals(number(e)));
    }

    /** Tells whether hardware of the number, or of the name where none is given, is in the inventory. */
    boolean hasHardware(String name, Long number) {
        Stream<Entry> meant = number == null
                ? named(name)
                : view.find(Assets.LEDGER, Assets.NUMBER, number.toString(), Assets.ACTIVE).stream();
        return meant.anyMatch(e -> HARDWARE.equals(e.fields().text(Assets.CATEGORY)));
    }

    boolean hasSoftware(String name) {
        return named(name).anyMatch(e -> SOFTWARE.equals(e.fields().text(Assets.CATEGORY)));
    }

    /** Finds the software in the inventory, which holds none but what needs licence management (2-2). */
    Stream<Entry> software() {
        return view.standing(Assets.LEDGER, Assets.ACTIVE).stream()
                .filter(e -> SOFTWARE.equals(e.fields().text(Assets.CATEGORY)));
    }

    /** Finds the assets of a name that are in the inventory. */
    Stream<Entry> named(String name) {
        return view.find(Assets.LEDGER, Assets.NAME, name, Assets.ACTIVE).stream();
    }

    /** Finds the computers in the inventory, by its kind of hardware. */
    Stream<Entry> computers() {
        return view.standing(Assets.LEDGER, Assets.ACTIVE).stream().filter(e -> e.fields().has(Assets.HARDWARE_TYPE))
                .filter(e -> DEVICES.contains(e.fields().text(Assets.HARDWARE_TYPE)));
    }

    static String name(Entry asset) {
        return asset.fields().text(Assets.NAME);
    }

    static Long number(Entry asset) {
        return asset.fields().integer(Assets.NUMBER);
    }
}
