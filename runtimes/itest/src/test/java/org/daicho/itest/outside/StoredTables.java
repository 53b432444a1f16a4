package org.daicho.itest.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Changes the tables of a stopped system behind its back, as somebody could who has its key file.
 */
final class StoredTables {

    private StoredTables() {
    }

    /** Runs one statement and returns how many rows it changed. */
    static int change(Path data, String sql) throws IOException, SQLException {
        System.setProperty("derby.stream.error.file", data.resolve("tampering.log").toString());
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(data.resolve("database").toString());
        source.setConnectionAttributes("dataEncryption=true;encryptionAlgorithm=AES/CBC/NoPadding;encryptionKey="
                + Files.readString(data.resolve("keys").resolve("database.key")).strip());
        int rows;
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            rows = statement.executeUpdate(sql);
        }
        source.setConnectionAttributes("");
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
        } catch (SQLException stopped) {
            // Derby tells of the shutdown by an exception.
        }
        return rows;
    }
}
