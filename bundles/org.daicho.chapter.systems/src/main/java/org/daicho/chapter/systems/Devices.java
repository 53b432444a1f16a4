package org.daicho.chapter.systems;

import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The names of the register of devices, as {@code definitions/systems.devices.json} has them, and what is asked of it.
 */
final class Devices {

    static final String LEDGER = "systems.devices";
    static final String ACTIVE = "active";
    static final String CHECK = "check";
    static final String RETIRE = "retire";

    static final String DEVICE = "device";
    static final String KIND = "kind";
    static final String PLACE = "place";
    static final String ASSET_NUMBER = "assetNumber";
    static final String USED_BY = "usedBy";
    static final String CHECKED_ON = "checkedOn";
    static final String LOGIN_PASSWORD = "loginPassword";
    static final String PASSWORD_KEPT = "passwordKept";
    static final String ANTI_MALWARE = "antiMalware";
    static final String PRODUCT = "antiMalwareProduct";
    static final String LICENCE_END = "antiMalwareLicenceEnd";
    static final String UPDATED_ON = "antiMalwareUpdatedOn";
    static final String CABLING_SAFE = "cablingSafe";
    static final String SECURED = "secured";
    static final String SECURING = "securing";
    static final String ERASURE_RECORD = "erasureRecord";

    /** The kinds of device, in the words of the inventory. */
    interface Kind {
        String DESKTOP = "デスクトップ型パソコン";
        String NOTEBOOK = "ノート型パソコン";
        String TABLET = "タブレット";
        String SERVER = "サーバー・ストレージ";
    }

    /** ノート型パソコン等: what is put away in the evening (4-6(1)); the others are fastened (4-6(2)). */
    private static final Set<String> PORTABLE = Set.of(Kind.NOTEBOOK, Kind.TABLET);

    private Devices() {
    }

    static boolean isPortable(Fields device) {
        return device.has(KIND) && PORTABLE.contains(device.text(KIND));
    }

    static Stream<Entry> active(LedgerView view) {
        return view.standing(LEDGER, ACTIVE).stream();
    }

    /** Finds the devices of a name that are in use. */
    static Stream<Entry> named(String name, LedgerView view) {
        return view.find(LEDGER, DEVICE, name, ACTIVE).stream();
    }

    static boolean has(String name, LedgerView view) {
        return named(name, view).findAny().isPresent();
    }

    /** Tells whether an asset of the inventory is in the register, by its number or its name. */
    static boolean hasAsset(Entry asset, LedgerView view) {
        Long number = Inventory.number(asset);
        return has(Inventory.name(asset), view) || number != null
                && view.find(LEDGER, ASSET_NUMBER, number.toString()).stream().anyMatch(e -> ACTIVE.equals(e.state()));
    }
}
