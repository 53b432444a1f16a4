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

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries, each on a connection of its own or on one that is given. Safe for use by many threads. */
final class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

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

    /** Reads all rows; again where others got in the way of the read. */
    <T> List<T> all(String sql, Row<T> row, Object... arguments) {
        for (int attempt = 1; true; attempt++) {
            try (Connection connection = source.getConnection()) {
                return all(connection, sql, row, arguments);
            } catch (SQLException e) {
                if (attempt == Contention.ATTEMPTS || !Contention.is(e)) {
                    throw new StoreException(e);
                }
                LOG.debug("A read is tried again, as others got in its way ({}).", e.getSQLState());
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
