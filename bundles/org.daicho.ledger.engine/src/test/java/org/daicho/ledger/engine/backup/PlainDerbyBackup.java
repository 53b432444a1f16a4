package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.daicho.ledger.system.DatabaseBackup;

/** Copies a Derby database that is not encrypted. */
final class PlainDerbyBackup implements DatabaseBackup {

    private final EmbeddedDataSource source;
    /** Done after the database was copied, to the copy. */
    Consumer<Path> meddling = copy -> {
    };

    long size = 1_000;

    PlainDerbyBackup(EmbeddedDataSource source) {
        this.source = source;
    }

    @Override
    public void copy(Path folder) throws IOException {
        try (Connection connection = source.getConnection();
                var call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, folder + ".copying");
            call.execute();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        Path named = Path.of(folder + ".copying").resolve(Path.of(source.getDatabaseName()).getFileName());
        Files.move(named, folder);
        Files.delete(named.getParent());
        meddling.accept(folder);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] key() {
        return "the key of the database".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Copy open(Path folder) {
        return new Copy() {
            @Override
            public DataSource source() {
                return opened(folder);
            }

            @Override
            public void close() {
                stop(folder);
            }
        };
    }

    static EmbeddedDataSource opened(Path folder) {
        EmbeddedDataSource copy = new EmbeddedDataSource();
        copy.setDatabaseName(folder.toString());
        return copy;
    }

    /** Stops a database; Derby tells of it by an exception. */
    static void stop(Path folder) {
        EmbeddedDataSource down = opened(folder);
        down.setShutdownDatabase("shutdown");
        try {
            down.getConnection();
        } catch (SQLException stopped) {
            // As it should be.
        }
    }
}
