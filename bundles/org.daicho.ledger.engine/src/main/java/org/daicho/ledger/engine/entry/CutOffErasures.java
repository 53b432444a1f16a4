package org.daicho.ledger.engine.entry;

import java.io.IOException;
import java.util.List;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.Store;

/**
 * What a crash cut off between an erasure's record and its key.
 */
public final class CutOffErasures {

    private CutOffErasures() {
    }

    /**
     * Destroys the keys that are left of erased entries; a mark in the database without a record destroys none.
     *
     * @throws IOException where the keys can't be destroyed
     */
    public static void complete(Store store, EntryCodec codec, EntryKeys keys) throws IOException {
        List<String> left = store.erased().stream()
                .filter(row -> keys.find(row.entry()).isPresent()
                        && store.newest(row.erasure()).map(codec::open)
                                .filter(record -> record.ledger().equals(SystemLedgers.ERASURES)
                                        && row.entry().equals(record.fields().text("entry")))
                                .isPresent())
                .map(EntryRow::entry).toList();
        keys.destroy(left);
    }
}
