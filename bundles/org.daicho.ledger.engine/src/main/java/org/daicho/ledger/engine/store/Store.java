package org.daicho.ledger.engine.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

/**
 * Reads the entries and what belongs to them. Reads go by key, never by offset. Safe for use by many threads.
 */
public final class Store {

    private static final String VERSION = "SELECT v.leaf_index, v.entry, v.ledger, v.version_no, v.state_name,"
            + " v.period_day, v.written_at, v.definition, v.content, e.first_leaf, e.erasure";
    private static final String NEWEST = VERSION
            + " FROM ledger_entry e JOIN ledger_version v ON v.leaf_index = e.last_leaf";
    private static final String EVERY = VERSION + " FROM ledger_version v JOIN ledger_entry e ON e.entry = v.entry";

    private static final String STANDING = "SELECT entry, ledger, first_leaf, last_leaf, version_no, state_name,"
            + " period_day, erasure FROM ledger_entry";

    private static final String REPEAT = "SELECT request, entry, version_no, written_at FROM ledger_repeat"
            + " WHERE request_key = ?";

    /** Ids as the ledger gives them; anything else is no entry's, and some databases refuse to compare it. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Queries queries;
    private final LogStore log;

    /** Makes a reader of a database. */
    public Store(DataSource source) {
        queries = new Queries(source);
        log = new LogStore(queries);
    }

    /** Returns the reader of the log. */
    public LogStore log() {
        return log;
    }

    /** Reads the newest version of an entry. */
    public Optional<VersionRow> newest(String entry) {
        return ID.matcher(entry).matches()
                ? Queries.first(queries.all(NEWEST + " WHERE e.entry = ?", Store::version, entry))
                : Optional.empty();
    }

    /** Reads every version of an entry, oldest first. */
    public List<VersionRow> versions(String entry) {
        if (!ID.matcher(entry).matches()) {
            return List.of();
        }
        // Two reads and no join: one that held a row of the one table while it waits for a row of the other would lock
        // up with the writer. Where the entry stands is read last, so that an erasure in between is seen.
        List<VersionRow> rows = queries.all("SELECT leaf_index, entry, ledger, version_no, state_name, period_day,"
                + " written_at, definition, content FROM ledger_version WHERE entry = ? ORDER BY version_no",
                row -> version(row, -1, null), entry);
        return Queries.first(queries.all(STANDING + " WHERE entry = ?", Store::standing, entry))
                .map(standing -> rows.stream().map(row -> row.of(standing)).toList()).orElse(List.of());
    }

    /** Reads the versions whose leaves lie in [from, to). */
    public List<VersionRow> versions(long from, long to) {
        return queries.all(EVERY + " WHERE v.leaf_index >= ? AND v.leaf_index < ? ORDER BY v.leaf_index",
                Store::version,
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
        return queries.all(NEWEST + " WHERE e.ledger = ? AND e.first_leaf > ? AND e.first_leaf < ?"
                + " ORDER BY e.first_leaf FETCH FIRST " + limit + " ROWS ONLY", Store::version, ledger, after, below);
    }

    /** Reads entries of a ledger whose day lies in a span, oldest first. */
    public List<VersionRow> list(String ledger, LocalDate from, LocalDate to, long after, long below, int limit) {
        return queries.all(
                NEWEST + " WHERE e.ledger = ? AND e.period_day >= ? AND e.period_day <= ? AND e.first_leaf > ?"
                        + " AND e.first_leaf < ? ORDER BY e.first_leaf FETCH FIRST " + limit + " ROWS ONLY",
                Store::version,
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
        return queries.all(sql.toString(), Store::version, arguments.toArray());
    }

    /** Reads the versions of a ledger whose leaves lie in [from, to), in their order. */
    public List<VersionRow> versions(String ledger, long from, long to) {
        return queries.all(
                EVERY + " WHERE v.leaf_index >= ? AND v.leaf_index < ? AND v.ledger = ? ORDER BY v.leaf_index",
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
            List<long[]> next = queries.all("SELECT leaf_index, written_at FROM ledger_version WHERE leaf_index >= ?"
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
        return Queries.first(queries.all("SELECT v.written_at FROM ledger_version v WHERE v.leaf_index ="
                + " (SELECT MIN(e.first_leaf) FROM ledger_entry e WHERE e.ledger = ?)", rows -> rows.getLong(1),
                ledger));
    }

    /** Reads the months that a ledger has entries of, as the first days of their months with counts. */
    public List<DayCount> days(String ledger) {
        return queries.all("SELECT period_day, COUNT(*) FROM ledger_entry WHERE ledger = ? GROUP BY period_day"
                + " ORDER BY period_day", rows -> new DayCount(rows.getDate(1).toLocalDate(), rows.getInt(2)), ledger);
    }

    /** Counts the entries of each ledger. */
    public Map<String, Long> counts() {
        return queries.all("SELECT ledger, COUNT(*) FROM ledger_entry GROUP BY ledger",
                rows -> Map.entry(rows.getString(1), rows.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Reads when a ledger was last written to, in milliseconds since 1970 (UTC). */
    public Optional<Long> lastWritten(String ledger) {
        return Queries.first(queries.all("SELECT v.written_at FROM ledger_version v WHERE v.leaf_index ="
                + " (SELECT MAX(e.last_leaf) FROM ledger_entry e WHERE e.ledger = ?)", rows -> rows.getLong(1),
                ledger));
    }

    /** Reads where an entry stands. */
    public Optional<EntryRow> entry(Connection connection, String entry) throws SQLException {
        return Queries.first(Queries.all(connection, STANDING + " WHERE entry = ?", Store::standing, entry));
    }

    /** Reads where each entry stands: all at once, as a read that others got in the way of begins anew. */
    public List<EntryRow> entries() {
        return queries.all(STANDING, Store::standing);
    }

    /** Reads where the erased entries stand. */
    public List<EntryRow> erased() {
        return queries.all(STANDING + " WHERE erasure IS NOT NULL", Store::standing);
    }

    /** Reads all definitions in the order they came. */
    public List<DefinitionRow> definitions() {
        return queries.all(
                "SELECT digest, ledger, revision, leaf_index, content FROM ledger_definition ORDER BY leaf_index",
                rows -> new DefinitionRow(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4),
                        new String(rows.getBytes(5), StandardCharsets.UTF_8)));
    }

    /** Reads the last number of a series; 0 where none was given. */
    public long lastNumber(Connection connection, String ledger, String series) throws SQLException {
        return Queries
                .first(Queries.all(connection, "SELECT last_number FROM ledger_number WHERE ledger = ? AND series = ?",
                        rows -> rows.getLong(1), ledger, series))
                .orElse(0L);
    }

    /** Reads what a request with an idempotency key had led to. */
    public Optional<Repeat> repeat(String key) {
        return Queries.first(queries.all(REPEAT, Store::repeat, key));
    }

    /** Reads what a request with an idempotency key had led to. */
    public Optional<Repeat> repeat(Connection connection, String key) throws SQLException {
        return Queries.first(queries.all(connection,
                "SELECT request, entry, version_no, written_at FROM ledger_repeat WHERE request_key = ?",
                rows -> new Repeat(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4)), key));
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

    private static Repeat repeat(ResultSet rows) throws SQLException {
        return new Repeat(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4));
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
}
