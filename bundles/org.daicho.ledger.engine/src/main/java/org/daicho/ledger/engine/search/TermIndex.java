package org.daicho.ledger.engine.search;

import java.sql.SQLException;
import java.util.List;

import org.daicho.ledger.engine.store.Batch;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;

/**
 * Fills the search table of a ledger anew. The terms of an entry are always those of its newest version under the newest
 * revision of its ledger's definition, whichever revision the version was written under.
 */
public final class TermIndex {

    private static final int CHUNK = 200;

    private final Store store;
    private final EntryCodec codec;
    private final Terms terms;

    /** Makes an index. */
    public TermIndex(Store store, EntryCodec codec, Terms terms) {
        this.store = store;
        this.codec = codec;
        this.terms = terms;
    }

    /** Tells whether entries are found by other terms under a definition than under the one before it. */
    public static boolean differs(Definition before, Definition after) {
        return !searched(before).equals(searched(after));
    }

    private static List<String> searched(Definition definition) {
        return definition.columns().stream().filter(Column::searchable).map(Column::name).sorted().toList();
    }

    /** Adds the terms of all entries of a ledger, which has none; sends them now and then. */
    public void fill(Definition definition, Batch batch) throws SQLException {
        List<VersionRow> rows;
        long after = -1;
        do {
            rows = store.list(definition.id(), after, Long.MAX_VALUE, CHUNK);
            for (VersionRow row : rows) {
                after = row.firstLeaf();
                if (row.erasure() == null) {
                    batch.terms(terms.of(definition, codec.open(row)), row.firstLeaf());
                }
            }
            batch.execute();
        } while (rows.size() == CHUNK);
    }
}
