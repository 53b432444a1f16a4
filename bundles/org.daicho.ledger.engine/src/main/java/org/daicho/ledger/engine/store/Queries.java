package org.daicho.ledger.engine.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** Runs queries, each on a connection of its own or on one that is given. Safe for use by many threads. */
final class Queries {

    /** SQL states of a read that was given up so that the writer could go on: it reads again. */
    private static final Set<String> DEADLOCKS = Set.of("40001", "40P01");
    private static final int ATTEMPTS = 4;

    private final DataSource source;

    Queries(DataSource source) {
        this.source = source;
    }

    /** Returns the database. */
    DataSource source() {
        return source;
    }

    /** Makes a value of a row. */
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Reads all rows; again where the database gave the read up so that the writer could go on. */
    <T> List<T> all(String sql, Row<T> row, Object... arguments) {
        for (int attempt = 1; true; attempt++) {
            try (Connection connection = source.getConnection()) {
                return all(connection, sql, row, arguments);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !DEADLOCKS.contains(String.valueOf(e.getSQLState()))) {
                    throw new StoreException(e);
                }
            }
        }
    }

    /** Reads all rows within a transaction. */
    static <T> List<T> all(Connection connection, String sql, Row<T> row, Object... arguments)
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

    /** Returns the first of the rows. */
    static <T> Optional<T> first(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }
}
