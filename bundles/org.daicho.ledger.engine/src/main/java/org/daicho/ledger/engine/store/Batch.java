package org.daicho.ledger.engine.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.tlog.HashSink;

/**
 * The statements of one transaction of the writer, gathered and sent together: those about search terms first, then the
 * entries, then the rest. Readers take their locks in that order, so that none waits for the writer while the writer
 * waits for it. One thread.
 */
public final class Batch implements HashSink, AutoCloseable {

    /** How many levels of hashes a log has: {@code ledger_node} holds those of all logs, each above the other. */
    static final int LEVELS = 64;

    private final Connection connection;
    private final int log;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private final Set<String> unsent = new LinkedHashSet<>();

    /**
     * Gathers statements.
     *
     * @param connection the connection, whose transaction the caller commits
     * @param log        the number of the log that the leaves belong to
     */
    public Batch(Connection connection, int log) {
        this.connection = connection;
        this.log = log;
    }

    /** Adds a leaf. */
    public void leaf(long index, byte[] leaf) throws SQLException {
        PreparedStatement insert = statement("INSERT INTO ledger_leaf VALUES (?, ?)");
        insert.setLong(1, index);
        insert.setBytes(2, leaf);
        insert.addBatch();
    }

    @Override
    public void accept(int level, long index, byte[] hash) {
        try {
            PreparedStatement insert = statement("INSERT INTO ledger_node VALUES (?, ?, ?)");
            insert.setInt(1, level(log, level));
            insert.setLong(2, index);
            insert.setBytes(3, hash);
            insert.addBatch();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Returns the level under which the hashes of a log's level are stored. */
    static int level(int log, int level) {
        return LEVELS * (log - 1) + level;
    }

    /** Adds a log that takes over from the one before. */
    public void log(LogRow row) throws SQLException {
        PreparedStatement insert = statement("INSERT INTO ledger_log (log_no, origin, base, key_before, final_note,"
                + " first_note) VALUES (?, ?, ?, ?, ?, ?)");
        insert.setInt(1, row.number());
        insert.setString(2, row.origin());
        insert.setLong(3, row.base());
        insert.setString(4, row.before());
        insert.setString(5, row.finalNote());
        insert.setString(6, row.firstNote());
        insert.addBatch();
    }

    /** Adds a definition. */
    public void definition(DefinitionRow row) throws SQLException {
        PreparedStatement insert = statement("INSERT INTO ledger_definition VALUES (?, ?, ?, ?, ?)");
        insert.setString(1, row.digest());
        insert.setString(2, row.ledger());
        insert.setInt(3, row.revision());
        insert.setLong(4, row.leafIndex());
        insert.setBytes(5, row.json().getBytes(StandardCharsets.UTF_8));
        insert.addBatch();
    }

    /** Adds a version, and makes it the newest of its entry. */
    public void version(VersionRow row) throws SQLException {
        PreparedStatement insert = statement("INSERT INTO ledger_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, row.leafIndex());
        insert.setString(2, row.entry());
        insert.setString(3, row.ledger());
        insert.setInt(4, row.version());
        insert.setString(5, row.state());
        insert.setDate(6, Date.valueOf(row.day()));
        insert.setLong(7, row.writtenAt());
        insert.setString(8, row.definition());
        insert.setBytes(9, row.content());
        insert.addBatch();
        PreparedStatement entry;
        if (row.version() == 1) {
            entry = statement("INSERT INTO ledger_entry (last_leaf, version_no, state_name, period_day, entry, ledger,"
                    + " first_leaf) VALUES (?, ?, ?, ?, ?, ?, ?)");
            entry.setString(6, row.ledger());
            entry.setLong(7, row.firstLeaf());
        } else {
            entry = statement("UPDATE ledger_entry SET last_leaf = ?, version_no = ?, state_name = ?, period_day = ?"
                    + " WHERE entry = ?");
        }
        entry.setLong(1, row.leafIndex());
        entry.setInt(2, row.version());
        entry.setString(3, row.state());
        entry.setDate(4, Date.valueOf(row.day()));
        entry.setString(5, row.entry());
        entry.addBatch();
    }

    /**
     * Removes the ciphertext of every version of an entry and notes the record of its erasure. What is kept of the
     * requests that wrote it goes too, as it would confirm a guess of what they said.
     */
    public void erase(String entry, String erasure) throws SQLException {
        PreparedStatement requests = statement("UPDATE ledger_repeat SET request = ? WHERE entry = ?");
        requests.setString(1, "");
        requests.setString(2, entry);
        requests.addBatch();
        PreparedStatement content = statement("UPDATE ledger_version SET content = NULL WHERE entry = ?");
        content.setString(1, entry);
        content.addBatch();
        PreparedStatement mark = statement("UPDATE ledger_entry SET erasure = ? WHERE entry = ?");
        mark.setString(1, erasure);
        mark.setString(2, entry);
        mark.addBatch();
    }

    /** Adds search terms of an entry. */
    public void terms(Collection<String> terms, long firstLeaf) throws SQLException {
        each("INSERT INTO ledger_term VALUES (?, ?)", terms, firstLeaf);
    }

    /** Removes search terms of an entry. */
    public void removeTerms(Collection<String> terms, long firstLeaf) throws SQLException {
        each("DELETE FROM ledger_term WHERE term = ? AND first_leaf = ?", terms, firstLeaf);
    }

    /** Removes the search terms of all entries of a ledger. */
    public void removeTerms(String ledger) throws SQLException {
        PreparedStatement delete = statement("DELETE FROM ledger_term WHERE first_leaf IN"
                + " (SELECT first_leaf FROM ledger_entry WHERE ledger = ?)");
        delete.setString(1, ledger);
        delete.addBatch();
        // Before others are added.
        delete.executeBatch();
    }

    /** Removes all search terms, and what requests have led to: neither is of use under another search key. */
    public void removeKeyed() throws SQLException {
        statement("DELETE FROM ledger_term").executeUpdate();
        statement("DELETE FROM ledger_repeat").executeUpdate();
    }

    private void each(String sql, Collection<String> terms, long firstLeaf) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (String term : terms) {
            statement.setString(1, term);
            statement.setLong(2, firstLeaf);
            statement.addBatch();
        }
    }

    /** Notes the last number of a series. */
    public void number(String ledger, String series, long number, boolean first) throws SQLException {
        PreparedStatement statement = statement(first
                ? "INSERT INTO ledger_number (last_number, ledger, series) VALUES (?, ?, ?)"
                : "UPDATE ledger_number SET last_number = ? WHERE ledger = ? AND series = ?");
        statement.setLong(1, number);
        statement.setString(2, ledger);
        statement.setString(3, series);
        statement.addBatch();
    }

    /** Notes what a request with an idempotency key has led to. */
    public void repeat(String key, Store.Repeat repeat) throws SQLException {
        PreparedStatement delete = statement("DELETE FROM ledger_repeat WHERE request_key = ?");
        delete.setString(1, key);
        delete.addBatch();
        PreparedStatement insert = statement("INSERT INTO ledger_repeat VALUES (?, ?, ?, ?, ?)");
        insert.setString(1, key);
        insert.setString(2, repeat.request());
        insert.setString(3, repeat.entry());
        insert.setInt(4, repeat.version());
        insert.setLong(5, repeat.writtenAt());
        insert.addBatch();
    }

    /** Forgets what requests before a time have led to. */
    public void forgetRepeats(long before) throws SQLException {
        PreparedStatement delete = statement("DELETE FROM ledger_repeat WHERE written_at < ?");
        delete.setLong(1, before);
        delete.addBatch();
    }

    /** Notes the newest checkpoint. */
    public void checkpoint(long size, String note, boolean first) throws SQLException {
        PreparedStatement statement = statement(first
                ? "INSERT INTO ledger_checkpoint (tree_size, note, id) VALUES (?, ?, 1)"
                : "UPDATE ledger_checkpoint SET tree_size = ?, note = ? WHERE id = 1");
        statement.setLong(1, size);
        statement.setString(2, note);
        statement.addBatch();
    }

    /** Sends everything to the database; the transaction stays open. */
    public void execute() throws SQLException {
        for (String table : List.of(" ledger_term ", " ledger_entry ", " ")) {
            for (Iterator<String> left = unsent.iterator(); left.hasNext();) {
                String sql = left.next();
                if (sql.contains(table)) {
                    statements.get(sql).executeBatch();
                    left.remove();
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        unsent.add(sql);
        return statement;
    }
}
