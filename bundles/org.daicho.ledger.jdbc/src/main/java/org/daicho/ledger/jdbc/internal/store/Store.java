package org.daicho.ledger.jdbc.internal.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Text;
import org.daicho.ledger.Violation;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.tlog.TileSource;
import org.daicho.tlog.TreeHash;

/**
 * Reads the tables. Reads go by key, never by offset. Safe for use by many threads.
 */
public final class Store {

    private static final String VERSION = "SELECT v.leaf_index, v.entry, v.ledger, v.version_no, v.state_name,"
            + " v.period_day, v.written_at, v.definition, v.content, e.first_leaf, e.erasure";
    private static final String NEWEST = VERSION
            + " FROM ledger_entry e JOIN ledger_version v ON v.leaf_index = e.last_leaf";
    private static final String EVERY = VERSION + " FROM ledger_version v JOIN ledger_entry e ON e.entry = v.entry";

    private static final String STANDING = "SELECT entry, ledger, first_leaf, last_leaf, version_no, state_name,"
            + " period_day, erasure FROM ledger_entry";

    /** Ids as the ledger gives them; anything else is no entry's, and some databases refuse to compare it. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** SQL states of a read that was given up so that the writer could go on: it reads again. */
    private static final Set<String> DEADLOCKS = Set.of("40001", "40P01");
    private static final int ATTEMPTS = 4;

    private final DataSource source;

    /** Makes a reader of a database. */
    public Store(DataSource source) {
        this.source = source;
    }

    /** Reads the newest version of an entry. */
    public Optional<VersionRow> newest(String entry) {
        return ID.matcher(entry).matches()
                ? first(query(NEWEST + " WHERE e.entry = ?", Store::version, entry))
                : Optional.empty();
    }

    /** Reads every version of an entry, oldest first. */
    public List<VersionRow> versions(String entry) {
        if (!ID.matcher(entry).matches()) {
            return List.of();
        }
        // Two reads and no join: one that held a row of the one table while it waits for a row of the other would lock
        // up with the writer. Where the entry stands is read last, so that an erasure in between is seen.
        List<VersionRow> rows = query("SELECT leaf_index, entry, ledger, version_no, state_name, period_day,"
                + " written_at, definition, content FROM ledger_version WHERE entry = ? ORDER BY version_no",
                row -> version(row, -1, null), entry);
        return first(query(STANDING + " WHERE entry = ?", Store::standing, entry))
                .map(standing -> rows.stream().map(row -> row.of(standing)).toList()).orElse(List.of());
    }

    /** Reads the versions whose leaves lie in [from, to). */
    public List<VersionRow> versions(long from, long to) {
        return query(EVERY + " WHERE v.leaf_index >= ? AND v.leaf_index < ? ORDER BY v.leaf_index", Store::version,
                from, to);
    }

    /**
     * Reads entries of a ledger as they stand, oldest first.
     *
     * @param ledger the ledger
     * @param after  the first leaf after which to go on, -1 from the start
     * @param below  the bound of first leaves, exclusive
     * @param limit  how many at most
     */
    public List<VersionRow> list(String ledger, long after, long below, int limit) {
        // Both ends of the range: without the upper one Derby sorts the whole ledger.
        return query(NEWEST + " WHERE e.ledger = ? AND e.first_leaf > ? AND e.first_leaf < ?"
                + " ORDER BY e.first_leaf FETCH FIRST " + limit + " ROWS ONLY", Store::version, ledger, after, below);
    }

    /** Reads entries of a ledger whose day lies in a span, oldest first. */
    public List<VersionRow> list(String ledger, LocalDate from, LocalDate to, long after, long below, int limit) {
        return query(NEWEST + " WHERE e.ledger = ? AND e.period_day >= ? AND e.period_day <= ? AND e.first_leaf > ?"
                + " AND e.first_leaf < ? ORDER BY e.first_leaf FETCH FIRST " + limit + " ROWS ONLY", Store::version,
                ledger, from, to, after, below);
    }

    /** Reads entries of a ledger that search terms point to, oldest first. */
    public List<VersionRow> list(String ledger, List<String> terms, long after, long below, int limit) {
        StringBuilder sql = new StringBuilder(NEWEST)
                .append(" JOIN ledger_term t0 ON t0.first_leaf = e.first_leaf AND t0.term = ?");
        for (int i = 1; i < terms.size(); i++) {
            sql.append(" JOIN ledger_term t").append(i).append(" ON t").append(i).append(".first_leaf = e.first_leaf")
                    .append(" AND t").append(i).append(".term = ?");
        }
        // With the ledger, so that an index leads from a term to its entry.
        sql.append(
                " WHERE e.ledger = ? AND t0.first_leaf > ? AND t0.first_leaf < ? ORDER BY t0.first_leaf FETCH FIRST ")
                .append(limit)
                .append(" ROWS ONLY");
        List<Object> arguments = new ArrayList<>(terms);
        arguments.add(ledger);
        arguments.add(after);
        arguments.add(below);
        return query(sql.toString(), Store::version, arguments.toArray());
    }

    /** Reads the versions of a ledger whose leaves lie in [from, to), in their order. */
    public List<VersionRow> versions(String ledger, long from, long to) {
        return query(EVERY + " WHERE v.leaf_index >= ? AND v.leaf_index < ? AND v.ledger = ? ORDER BY v.leaf_index",
                Store::version, from, to, ledger);
    }

    /**
     * Finds the first leaf of an entry that was written at a time or later, among leaves below a size. Leaves follow each
     * other in time, but for a clock that was put back.
     *
     * @param millis the time, in milliseconds since 1970 (UTC)
     * @param size   the bound of the leaves, exclusive; returned where there is none
     */
    public long leafAt(long millis, long size) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            List<long[]> next = query("SELECT leaf_index, written_at FROM ledger_version WHERE leaf_index >= ?"
                    + " AND leaf_index < ? ORDER BY leaf_index FETCH FIRST 1 ROWS ONLY",
                    rows -> new long[]{rows.getLong(1), rows.getLong(2)}, middle, high);
            if (next.isEmpty() || next.get(0)[1] >= millis) {
                high = middle;
            } else {
                low = next.get(0)[0] + 1;
            }
        }
        return low;
    }

    /** Reads when a ledger was first written to, in milliseconds since 1970 (UTC). */
    public Optional<Long> firstWritten(String ledger) {
        return first(query("SELECT v.written_at FROM ledger_version v WHERE v.leaf_index ="
                + " (SELECT MIN(e.first_leaf) FROM ledger_entry e WHERE e.ledger = ?)", rows -> rows.getLong(1),
                ledger));
    }

    /** Reads the months that a ledger has entries of, as the first days of their months with counts. */
    public List<DayCount> days(String ledger) {
        return query("SELECT period_day, COUNT(*) FROM ledger_entry WHERE ledger = ? GROUP BY period_day"
                + " ORDER BY period_day", rows -> new DayCount(rows.getDate(1).toLocalDate(), rows.getInt(2)), ledger);
    }

    /** Counts the entries of each ledger. */
    public Map<String, Long> counts() {
        return query("SELECT ledger, COUNT(*) FROM ledger_entry GROUP BY ledger",
                rows -> Map.entry(rows.getString(1), rows.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Reads when a ledger was last written to, in milliseconds since 1970 (UTC). */
    public Optional<Long> lastWritten(String ledger) {
        return first(query("SELECT v.written_at FROM ledger_version v WHERE v.leaf_index ="
                + " (SELECT MAX(e.last_leaf) FROM ledger_entry e WHERE e.ledger = ?)", rows -> rows.getLong(1),
                ledger));
    }

    /** Reads where an entry stands. */
    public Optional<EntryRow> entry(Connection connection, String entry) throws SQLException {
        return first(query(connection, STANDING + " WHERE entry = ?", Store::standing, entry));
    }

    /** Reads where each entry stands. */
    public void eachEntry(Consumer<EntryRow> consumer) {
        query(STANDING, rows -> {
            consumer.accept(standing(rows));
            return Boolean.TRUE;
        });
    }

    /** Reads where the erased entries stand. */
    public List<EntryRow> erased() {
        return query(STANDING + " WHERE erasure IS NOT NULL", Store::standing);
    }

    /** Reads all definitions in the order they came. */
    public List<DefinitionRow> definitions() {
        return query("SELECT digest, ledger, revision, leaf_index, content FROM ledger_definition ORDER BY leaf_index",
                rows -> new DefinitionRow(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4),
                        new String(rows.getBytes(5), StandardCharsets.UTF_8)));
    }

    /** Reads a setting. */
    public Optional<String> setting(String name) {
        return first(query("SELECT content FROM ledger_setting WHERE name = ?", rows -> rows.getString(1), name));
    }

    /** Writes a setting for good. */
    public void setting(String name, String content) {
        try (Connection connection = source.getConnection();
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
        return setting("origin").map(origin -> new LogChain(origin, query("SELECT log_no, origin, base, key_before,"
                + " final_note, first_note FROM ledger_log ORDER BY log_no",
                rows -> new LogRow(rows.getInt(1),
                        rows.getString(2), rows.getLong(3), rows.getString(4), rows.getString(5),
                        rows.getString(6)))));
    }

    /** Reads the newest checkpoint. */
    public Optional<String> checkpoint() {
        return first(query("SELECT note FROM ledger_checkpoint WHERE id = 1", rows -> rows.getString(1)));
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
        return query(sql, rows -> {
            long highest = rows.getLong(1);
            return rows.wasNull() ? 0 : highest + 1;
        }, arguments).get(0);
    }

    /** Reads the leaves of [from, to), in their order. */
    public List<Leaf> leaves(long from, long to) {
        return query("SELECT leaf_index, leaf FROM ledger_leaf WHERE leaf_index >= ? AND leaf_index < ?"
                + " ORDER BY leaf_index", rows -> new Leaf(rows.getLong(1), rows.getBytes(2)), from, to);
    }

    /** Computes the hash of a leaf. */
    public byte[] hash(long leaf) {
        return TreeHash.leaf(leaves(leaf, leaf + 1).get(0).bytes());
    }

    /** Reads the hashes of [from, to) of a log's level, in their order. */
    public List<Leaf> hashes(int log, int level, long from, long to) {
        return query("SELECT node_index, hash FROM ledger_node WHERE node_level = ? AND node_index >= ?"
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

    /** Reads the last number of a series; 0 where none was given. */
    public long lastNumber(Connection connection, String ledger, String series) throws SQLException {
        return first(query(connection, "SELECT last_number FROM ledger_number WHERE ledger = ? AND series = ?",
                rows -> rows.getLong(1), ledger, series)).orElse(0L);
    }

    /** Reads what a request with an idempotency key had led to. */
    public Optional<Repeat> repeat(String key) {
        try (Connection connection = source.getConnection()) {
            return repeat(connection, key);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Reads what a request with an idempotency key had led to. */
    public Optional<Repeat> repeat(Connection connection, String key) throws SQLException {
        return first(query(connection,
                "SELECT request, entry, version_no, written_at FROM ledger_repeat WHERE request_key = ?",
                rows -> new Repeat(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4)), key));
    }

    /** A leaf or a hash, and its index. */
    public record Leaf(long index, byte[] bytes) {
    }

    /** How many entries a day has. */
    public record DayCount(LocalDate day, int entries) {
    }

    /** What a request had led to: the request's HMAC, the version written, and when. */
    public record Repeat(String request, String entry, int version, long writtenAt) {

        /** For how long a request may be repeated, in milliseconds: 24 hours. */
        public static final long LASTS = 24L * 60 * 60 * 1000;

        /** Tells whether the request may still be repeated. */
        public boolean isRecent(long now) {
            return now - writtenAt < LASTS;
        }

        /** Refuses another request under the same key; what was asked is no longer known once the entry is erased. */
        public void requireSame(String other) {
            if (!request.isBlank() && !request.equals(other)) {
                Text text = Messages.text("repeat.other");
                throw new LedgerException(Kind.INVALID, text, List.of(new Violation(null, null, text)));
            }
        }
    }

    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static EntryRow standing(ResultSet rows) throws SQLException {
        return new EntryRow(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4), rows.getInt(5),
                rows.getString(6), rows.getDate(7).toLocalDate(), rows.getString(8));
    }

    private static VersionRow version(ResultSet rows) throws SQLException {
        return version(rows, rows.getLong(10), rows.getString(11));
    }

    private static VersionRow version(ResultSet rows, long firstLeaf, String erasure) throws SQLException {
        return new VersionRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getString(5),
                rows.getDate(6).toLocalDate(), rows.getLong(7), rows.getString(8), rows.getBytes(9), firstLeaf,
                erasure);
    }

    private <T> List<T> query(String sql, Row<T> row, Object... arguments) {
        for (int attempt = 1; true; attempt++) {
            try (Connection connection = source.getConnection()) {
                return query(connection, sql, row, arguments);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !DEADLOCKS.contains(String.valueOf(e.getSQLState()))) {
                    throw new StoreException(e);
                }
            }
        }
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                Object argument = arguments[i];
                statement.setObject(i + 1, argument instanceof LocalDate day ? Date.valueOf(day) : argument);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(row.read(rows));
                }
                return result;
            }
        }
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }
}
