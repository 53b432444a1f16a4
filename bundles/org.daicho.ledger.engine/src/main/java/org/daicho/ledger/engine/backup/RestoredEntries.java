package org.daicho.ledger.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.store.Batch;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;

/**
 * What a restored database lacks: the marks of later erasures, and the terms of its search.
 */
public final class RestoredEntries {

    private final DataSource source;
    private final Store store;
    private final ModuleRegistry modules;
    private final TermIndex index;
    private final Writer writer;
    private final Commits commits;

    /**
     * Settles a database.
     *
     * @param source  the database
     * @param store   reads it
     * @param modules the ledgers
     * @param index   makes the search table
     * @param writer  knows which log is written to
     * @param commits writes records
     */
    public RestoredEntries(DataSource source, Store store, ModuleRegistry modules, TermIndex index, Writer writer,
            Commits commits) {
        this.source = source;
        this.store = store;
        this.modules = modules;
        this.index = index;
        this.writer = writer;
        this.commits = commits;
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
            store.newest(each.entry()).ifPresent(row -> erase(each, new Entry(row.entry(), row.ledger(), row.version(),
                    row.state(), null, new Fields(Map.of()), Map.of(), null, null, null, null, null, row.day(),
                    row.leafIndex(),
                    null, Map.of(), row.definition(), null)));
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Batch batch = new Batch(connection, writer.state().log())) {
                batch.removeKeyed();
                for (String id : modules.ledgers()) {
                    index.fill(modules.newest(id).orElseThrow().definition(), batch);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Writes the record of an erasure that the database has no mark of. */
    private void erase(Lost lost, Entry newest) {
        commits.retried(reads -> commits.record(SystemLedgers.ERASURES, lost.record(), lost.by(), lost.as(), reads,
                new Write.Erases(newest, Set.of())));
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
