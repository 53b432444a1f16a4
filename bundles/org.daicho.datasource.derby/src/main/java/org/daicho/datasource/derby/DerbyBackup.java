package org.daicho.datasource.derby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.daicho.ledger.system.DatabaseBackup;

/**
 * Copies the open database with Derby's online backup. A copy is encrypted with the key of its time and as durable as
 * the log that comes with it: its first opening recovers it.
 */
final class DerbyBackup implements DatabaseBackup {
    private final DerbySettings settings;
    private final DataSource source;

    DerbyBackup(DerbySettings settings, DataSource source) {
        this.settings = settings;
        this.source = source;
    }

    @Override
    public void copy(Path folder) throws IOException {
        // Derby names the copy after the database, and so needs a folder of its own for it.
        Path into = folder.resolveSibling(folder.getFileName() + ".copying");
        PrivateFiles.deleteTree(into);
        PrivateFiles.makeFolder(into);
        try (Connection connection = source.getConnection();
                CallableStatement backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            backup.setString(1, into.toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IOException(reason(e), e);
        }
        PrivateFiles.move(into.resolve(settings.database().getFileName()), folder);
        PrivateFiles.deleteTree(into);
    }

    @Override
    public long size() {
        try (Stream<Path> files = Files.walk(settings.database())) {
            return files.filter(Files::isRegularFile).mapToLong(DerbyBackup::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A log file that is no longer needed may go while it is looked at. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public byte[] key() throws IOException {
        return Files.readAllBytes(new KeyFolder(settings.keys()).currentFile());
    }

    @Override
    public Copy open(Path folder) throws IOException {
        DatabaseKey key = new KeyFolder(settings.keys()).current()
                .orElseThrow(() -> new IOException("The key of the database is missing."));
        try {
            DerbyEngine.start(settings, folder, DatabaseOpening.CIPHER + "encryptionKey=" + key.hex());
        } catch (SQLException e) {
            // Without the exception: its texts may quote the key.
            throw new IOException(reason(e));
        }
        return new OpenCopy(folder);
    }

    private record OpenCopy(Path folder) implements Copy {
        @Override
        public DataSource source() {
            return DerbyEngine.source(folder);
        }

        @Override
        public void close() throws IOException {
            try {
                DerbyEngine.stop(folder);
            } catch (SQLException e) {
                throw new IOException(DerbyBackup.reason(e), e);
            }
        }
    }

    /** What the file system said, where it did; else Derby's state, as Derby's texts may quote a key. */
    private static String reason(SQLException thrown) {
        SQLException last = thrown;
        for (Throwable e : thrown) {
            if (e instanceof IOException) {
                return e.getMessage();
            }
            last = e instanceof SQLException next ? next : last;
        }
        return "Derby " + last.getSQLState();
    }
}
