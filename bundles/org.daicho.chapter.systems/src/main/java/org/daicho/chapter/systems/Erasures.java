package org.daicho.chapter.systems;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The names of the register of erasures, as {@code definitions/systems.erasures.json} has them, and the records of
 * erasure that there are: here, and in the register of disposals of chapter 3, whose columns bear the same names.
 */
final class Erasures {

    static final String LEDGER = "systems.erasures";

    static final String ERASED_ON = "erasedOn";
    static final String ASSET = "asset";
    static final String ASSET_NUMBER = "assetNumber";
    static final String METHOD = "method";
    static final String MEDIUM_KIND = "mediumKind";
    static final String SOFTWARE = "software";

    private Erasures() {
    }

    /**
     * Tells whether a device was erased (4-8): a record bears its number, or its name where one of the two has no
     * number. A record that is found by the name alone and is older than the device's row means another device that bore
     * the name.
     *
     * @param device the device as it stands, or {@code null}
     * @param fields what is to be written about it
     * @param view   what the ledgers hold
     */
    static boolean cover(Entry device, Fields fields, LedgerView view) {
        return records(fields, view).anyMatch(record -> means(record, device, fields));
    }

    private static Stream<Entry> records(Fields device, LedgerView view) {
        String named = device.text(Devices.ERASURE_RECORD);
        Long number = device.integer(Devices.ASSET_NUMBER);
        return Stream.of(LEDGER, Reliances.DISPOSALS).flatMap(ledger -> {
            Stream<Entry> byId = named == null
                    ? Stream.empty()
                    : view.entry(ledger, named.strip()).filter(e -> e.erased() == null).stream();
            Stream<Entry> byNumber = number == null
                    ? Stream.empty()
                    : view.find(ledger, ASSET_NUMBER, number.toString()).stream();
            return Stream.of(byId, byNumber, view.find(ledger, ASSET, device.text(Devices.DEVICE)).stream())
                    .flatMap(s -> s);
        });
    }

    private static boolean means(Entry record, Entry device, Fields fields) {
        Long number = fields.integer(Devices.ASSET_NUMBER);
        Long recorded = record.fields().integer(ASSET_NUMBER);
        if (number != null && recorded != null) {
            return number.equals(recorded);
        }
        return Names.areSame(record.fields().text(ASSET), fields.text(Devices.DEVICE))
                && (device == null || !record.day().isBefore(device.day()));
    }

    /** Finds the devices and assets that bear a name, each once. */
    static List<Entry> bearing(String name, LedgerView view) {
        List<Entry> devices = Devices.named(name, view).toList();
        List<Entry> assets = new Inventory(view).named(name).toList();
        return assets.size() > devices.size() ? assets : devices;
    }
}
