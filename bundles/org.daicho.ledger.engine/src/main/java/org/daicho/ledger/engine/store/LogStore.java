package org.daicho.ledger.engine.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.daicho.tlog.TileSource;
import org.daicho.tlog.TreeHash;

/**
 * Reads the log: its leaves and hashes, its checkpoint, which logs took over from each other, and what its first start
 * fixed, which it also writes. Safe for use by many threads.
 */
public final class LogStore {

    private final Queries queries;

    LogStore(Queries queries) {
        this.queries = queries;
    }

    /** Reads what the first start fixed. */
    public Optional<String> setting(String name) {
        return Queries.first(
                queries.all("SELECT content FROM ledger_setting WHERE name = ?", rows -> rows.getString(1), name));
    }

    /** Fixes something for good. */
    public void setting(String name, String content) {
        try (Connection connection = queries.source().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO ledger_setting VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Reads the logs that took over from each other; empty where not even the first has begun. */
    public Optional<LogChain> chain() {
        return setting("origin").map(origin -> new LogChain(origin, queries.all(
                "SELECT log_no, origin, base, key_before, final_note, first_note FROM ledger_log ORDER BY log_no",
                LogStore::takenOver)));
    }

    private static LogRow takenOver(ResultSet rows) throws SQLException {
        return new LogRow(rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getString(4), rows.getString(5),
                rows.getString(6));
    }

    /** Reads the newest checkpoint. */
    public Optional<String> checkpoint() {
        return Queries.first(queries.all("SELECT note FROM ledger_checkpoint WHERE id = 1", rows -> rows.getString(1)));
    }

    /** Returns the highest index plus one of the leaves, versions and definitions, whichever is highest. */
    public long extent() {
        return List.of("ledger_leaf", "ledger_version", "ledger_definition").stream()
                .mapToLong(table -> extent("SELECT MAX(leaf_index) FROM " + table)).max().orElseThrow();
    }

    /** Returns the highest index plus one of the hashes of a log's level. */
    public long extent(int log, int level) {
        return extent("SELECT MAX(node_index) FROM ledger_node WHERE node_level = ?", Batch.level(log, level));
    }

    private long extent(String sql, Object... arguments) {
        return queries.all(sql, rows -> {
            long highest = rows.getLong(1);
            return rows.wasNull() ? 0 : highest + 1;
        }, arguments).get(0);
    }

    /** Reads the leaves of [from, to), in their order. */
    public List<Leaf> leaves(long from, long to) {
        return queries.all("SELECT leaf_index, leaf FROM ledger_leaf WHERE leaf_index >= ? AND leaf_index < ?"
                + " ORDER BY leaf_index", rows -> new Leaf(rows.getLong(1), rows.getBytes(2)), from, to);
    }

    /** Computes the hash of a leaf. */
    public byte[] hash(long leaf) {
        return TreeHash.leaf(leaves(leaf, leaf + 1).get(0).bytes());
    }

    /** Reads the hashes of [from, to) of a log's level, in their order. */
    public List<Leaf> hashes(int log, int level, long from, long to) {
        return queries.all("SELECT node_index, hash FROM ledger_node WHERE node_level = ? AND node_index >= ?"
                + " AND node_index < ? ORDER BY node_index", rows -> new Leaf(rows.getLong(1), rows.getBytes(2)),
                Batch.level(log, level), from, to);
    }

    /** Returns the tiles of a log. */
    public TileSource tiles(int log) {
        return (level, index, width) -> tile(log, level, index, width);
    }

    private byte[] tile(int log, int level, long index, int width) throws IOException {
        List<Leaf> hashes = hashes(log, level, index * 256, index * 256 + width);
        if (hashes.size() != width) {
            throw new IOException("The log lacks hashes of tile " + level + "/" + index + ".");
        }
        byte[] tile = new byte[width * 32];
        for (int i = 0; i < width; i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, tile, i * 32, 32);
        }
        return tile;
    }

    /** A leaf or a hash, and its index. */
    public record Leaf(long index, byte[] bytes) {
    }
}
