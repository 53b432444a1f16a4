package org.daicho.ledger.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.entry.Erasing;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.store.Batch;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;

/**
 * What a restored database lacks: the marks of later erasures, and the terms of its search.
 */
public final class RestoredEntries {

    private final DataSource source;
    private final Core core;
    private final EntryCodec codec;
    private final Erasing erasing;

    public RestoredEntries(DataSource source, Core core, EntryCodec codec, Erasing erasing) {
        this.source = source;
        this.core = core;
        this.codec = codec;
        this.erasing = erasing;
    }

    /**
     * Makes a restored database whole: entries that were erased after the backup count as erased again, each with a
     * record, and the search table is made under this folder's search key.
     *
     * @param lost what the records say, by entry
     * @throws SQLException where the database fails
     */
    public void settle(List<Lost> lost) throws SQLException {
        for (Lost each : lost) {
            core.store().newest(each.entry()).ifPresent(row -> erasing.erased(each.record(), each.by(), each.as(),
                    new Entry(row.entry(), row.ledger(), row.version(), row.state(), null, new Fields(Map.of()), null,
                            null, null, null, null, row.day(), row.leafIndex(), null, Map.of(), row.definition(),
                            null)));
        }
        TermIndex index = new TermIndex(core.store(), codec, core.terms());
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Batch batch = new Batch(connection, core.writer().state().log())) {
                batch.removeKeyed();
                for (String id : core.modules().ledgers()) {
                    index.fill(core.modules().newest(id).orElseThrow().definition(), batch);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * An entry that was erased after the backup from which it is restored.
     *
     * @param entry  the entry's id
     * @param record the fields of the record of its erasure
     * @param by     who erased it
     * @param as     in which role
     */
    public record Lost(String entry, Map<String, Object> record, Person by, Role as) {
    }
}
