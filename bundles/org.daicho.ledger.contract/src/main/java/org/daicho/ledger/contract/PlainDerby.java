package org.daicho.ledger.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * An embedded Derby database in a folder of its own, as plain as Derby comes: not encrypted, each connection new.
 */
final class PlainDerby {

    /** Derby reports the shutdown of a database as an error of this SQL state. */
    private static final String SHUT_DOWN = "08006";

    /** The property by which Derby leaves out forcing its log to the disk; for tests that lose nothing with the machine. */
    private static final String DURABILITY = "derby.system.durability";

    /** The property of the file that Derby writes its messages to; else it leaves one in the working directory. */
    private static final String MESSAGES = "derby.stream.error.file";

    private final String name;

    PlainDerby(Path folder) {
        name = folder.toString();
        quiet();
    }

    /** Lets databases be opened three times as fast, for tests that are not about durability. */
    static void hurry() {
        System.setProperty(DURABILITY, "test");
    }

    private static synchronized void quiet() {
        if (System.getProperty(MESSAGES) == null) {
            try {
                Path messages = Files.createTempFile("derby", ".log");
                messages.toFile().deleteOnExit();
                System.setProperty(MESSAGES, messages.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the database as a data source, which makes it where it isn't there. */
    DataSource dataSource() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(name);
        derby.setCreateDatabase("create");
        return derby;
    }

    /** Shuts the database down. */
    void shutDown() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(name);
        derby.setShutdownDatabase("shutdown");
        try (Connection none = derby.getConnection()) {
            throw new IllegalStateException("Derby did not shut down: " + none);
        } catch (SQLException e) {
            if (!SHUT_DOWN.equals(e.getSQLState())) {
                throw new IllegalStateException("Derby did not shut down.", e);
            }
        }
    }
}
