package org.daicho.ledger.engine.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

/**
 * The tables of the ledger, and how they come from one version to the next. Each step is written so that Derby and
 * PostgreSQL both take it; the names of the byte types are the one thing that differs.
 */
public final class Schema {

    /** The version of the tables that this code reads and writes. */
    public static final int VERSION = 2;

    private static final String COMPONENT = "ledger";

    /** The steps; step <i>n</i> leads from version <i>n</i> to <i>n</i> + 1. */
    private static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE ledger_setting (name VARCHAR(40) NOT NULL PRIMARY KEY, content VARCHAR(1000) NOT NULL)",
            "CREATE TABLE ledger_checkpoint (id INTEGER NOT NULL PRIMARY KEY, tree_size BIGINT NOT NULL,"
                    + " note VARCHAR(2000) NOT NULL)",
            "CREATE TABLE ledger_leaf (leaf_index BIGINT NOT NULL PRIMARY KEY, leaf {short} NOT NULL)",
            "CREATE TABLE ledger_node (node_level INTEGER NOT NULL, node_index BIGINT NOT NULL, hash {hash} NOT NULL,"
                    + " PRIMARY KEY (node_level, node_index))",
            "CREATE TABLE ledger_definition (digest CHAR(64) NOT NULL PRIMARY KEY, ledger VARCHAR(100) NOT NULL,"
                    + " revision INTEGER NOT NULL, leaf_index BIGINT NOT NULL, content {long} NOT NULL)",
            "CREATE TABLE ledger_version (leaf_index BIGINT NOT NULL PRIMARY KEY, entry CHAR(22) NOT NULL,"
                    + " ledger VARCHAR(100) NOT NULL, version_no INTEGER NOT NULL, state_name VARCHAR(40) NOT NULL,"
                    + " period_day DATE NOT NULL, written_at BIGINT NOT NULL, definition CHAR(64) NOT NULL,"
                    + " content {long}, UNIQUE (entry, version_no))",
            "CREATE TABLE ledger_entry (entry CHAR(22) NOT NULL PRIMARY KEY, ledger VARCHAR(100) NOT NULL,"
                    + " first_leaf BIGINT NOT NULL, last_leaf BIGINT NOT NULL, version_no INTEGER NOT NULL,"
                    + " state_name VARCHAR(40) NOT NULL, period_day DATE NOT NULL, erasure VARCHAR(22))",
            "CREATE UNIQUE INDEX ledger_entry_order ON ledger_entry (ledger, first_leaf)",
            "CREATE INDEX ledger_entry_day ON ledger_entry (ledger, period_day, first_leaf)",
            "CREATE INDEX ledger_entry_last ON ledger_entry (ledger, last_leaf)",
            "CREATE TABLE ledger_term (term CHAR(22) NOT NULL, first_leaf BIGINT NOT NULL,"
                    + " PRIMARY KEY (term, first_leaf))",
            "CREATE TABLE ledger_number (ledger VARCHAR(100) NOT NULL, series VARCHAR(60) NOT NULL,"
                    + " last_number BIGINT NOT NULL, PRIMARY KEY (ledger, series))",
            "CREATE TABLE ledger_repeat (request_key CHAR(43) NOT NULL PRIMARY KEY, request CHAR(43) NOT NULL,"
                    + " entry CHAR(22) NOT NULL, version_no INTEGER NOT NULL, written_at BIGINT NOT NULL)"),
            List.of("CREATE TABLE ledger_log (log_no INTEGER NOT NULL PRIMARY KEY, origin VARCHAR(200) NOT NULL,"
                    + " base BIGINT NOT NULL, key_before VARCHAR(400) NOT NULL, final_note VARCHAR(2000) NOT NULL,"
                    + " first_note VARCHAR(2000) NOT NULL)"));

    private Schema() {
    }

    /**
     * Brings the tables to {@link #VERSION}.
     *
     * @param source the database
     * @throws SQLException          where a step fails; it is then not applied
     * @throws IllegalStateException where the tables are newer than this code
     */
    public static void migrate(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                migrate(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * Makes sure that the tables are of {@link #VERSION}, and changes nothing.
     *
     * @param source the database
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the tables are newer or older than this code, or not there
     */
    public static void check(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            int version = exists(connection, "daicho_schema") ? version(connection) : 0;
            if (version > VERSION) {
                throw newer(version);
            }
            if (version < VERSION) {
                throw new IllegalStateException("データベースの形式(版 " + version + ")が、このプログラム(版 " + VERSION
                        + ")より古いか、まだ作られていません。一度起動してから、もう一度お試しください / The database has schema version "
                        + version + ", older than this program's " + VERSION
                        + ": start the system once, then try again.");
            }
        }
    }

    private static IllegalStateException newer(int version) {
        return new IllegalStateException("データベースの形式(版 " + version + ")が、このプログラム(版 " + VERSION
                + ")より新しいため開けません。新しいプログラムで起動してください / The database has schema version " + version
                + ", newer than this program's " + VERSION + ": start a newer program.");
    }

    private static void migrate(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw newer(version);
        }
        for (; version < VERSION; version++) {
            step(connection, version);
        }
    }

    private static void step(Connection connection, int version) throws SQLException {
        boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
        try (Statement statement = connection.createStatement()) {
            for (String sql : STEPS.get(version)) {
                statement.execute(sql.replace("{short}", derby ? "VARCHAR(32672) FOR BIT DATA" : "BYTEA")
                        .replace("{hash}", derby ? "CHAR(32) FOR BIT DATA" : "BYTEA")
                        .replace("{long}", derby ? "BLOB" : "BYTEA"));
            }
        }
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE daicho_schema SET version_no = ? WHERE component = ?")) {
            update.setInt(1, version + 1);
            update.setString(2, COMPONENT);
            update.executeUpdate();
        }
        connection.commit();
    }

    private static int version(Connection connection) throws SQLException {
        if (!exists(connection, "daicho_schema")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE daicho_schema (component VARCHAR(40) NOT NULL PRIMARY KEY,"
                        + " version_no INTEGER NOT NULL)");
            }
            enrol(connection);
            return 0;
        }
        try (PreparedStatement select = connection
                .prepareStatement("SELECT version_no FROM daicho_schema WHERE component = ?")) {
            select.setString(1, COMPONENT);
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
        }
        enrol(connection);
        return 0;
    }

    private static void enrol(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO daicho_schema VALUES ('" + COMPONENT + "', 0)");
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet tables = data.getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }
}
