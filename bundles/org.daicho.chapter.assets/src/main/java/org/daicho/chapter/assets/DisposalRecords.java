package org.daicho.chapter.assets;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * What chapters 3 and 4 record of an asset that was disposed of or erased (3-4, 4-8), as far as they are installed.
 *
 * @param view what the ledgers hold
 */
record DisposalRecords(LedgerView view) {

    /** Tells whether a register is there in which a disposal under a clause is recorded. */
    boolean areKept(String clause) {
        return ledgers(clause).anyMatch(view::isActive);
    }

    /** Tells whether there is a record that the asset names by its id, or one that means the asset. */
    boolean has(Fields asset) {
        return ledgers(new Asset(asset).disposalClause())
                .anyMatch(ledger -> named(ledger, asset).findAny().isPresent() || isMeant(ledger, asset));
    }

    /**
     * Tells whether hardware was erased (4-8): a record bears its number, or its name alone. One that is found by its name
     * and is older than the asset's row means another that bore the name (G県).
     *
     * @param before the asset as it stands
     * @param asset  what is to be written about it
     */
    boolean erased(Entry before, Fields asset) {
        Long number = asset.integer(Inventory.ASSET_NUMBER);
        return ledgers("4-8").flatMap(ledger -> Stream.of(named(ledger, asset), numbered(ledger, number),
                bearing(ledger, asset.text(Inventory.NAME))).flatMap(s -> s)).anyMatch(record -> {
                    Long recorded = record.fields().integer(Inventory.ASSET_NUMBER);
                    return recorded != null
                            ? recorded.equals(number)
                            : Names.areSame(record.fields().text(Reliances.DISPOSED_ASSET),
                                    asset.text(Inventory.NAME))
                                    && (before == null || !record.day().isBefore(before.day()));
                });
    }

    /** Chapter 4 erases what is electronic; of paper it knows nothing. */
    private static Stream<String> ledgers(String clause) {
        return List.of("3-4(2)", "4-8").contains(String.valueOf(clause))
                ? Stream.of(Reliances.DISPOSALS, Reliances.ERASURES)
                : Stream.of(Reliances.DISPOSALS);
    }

    private Stream<Entry> named(String ledger, Fields asset) {
        String record = asset.text(Inventory.DISPOSAL_RECORD);
        return record == null
                ? Stream.empty()
                : view.entry(ledger, record.strip()).stream();
    }

    /** A disposal that was recorded afterwards means the asset by its number; by its name where it gives no number. */
    private boolean isMeant(String ledger, Fields asset) {
        return numbered(ledger, asset.integer(Inventory.ASSET_NUMBER)).findAny().isPresent()
                || bearing(ledger, asset.text(Inventory.NAME))
                        .anyMatch(e -> !e.fields().has(Inventory.ASSET_NUMBER));
    }

    private Stream<Entry> numbered(String ledger, Long number) {
        return view.find(ledger, Inventory.ASSET_NUMBER, number == null ? null : number.toString()).stream();
    }

    private Stream<Entry> bearing(String ledger, String name) {
        return view.find(ledger, Reliances.DISPOSED_ASSET, name).stream();
    }
}
