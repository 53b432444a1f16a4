package org.daicho.datasource.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, using, closing and opening again. */
class DerbyDatabaseTest {
    @TempDir
    Path folder;

    private Council council;

    @BeforeEach
    void council() {
        // The build sends the log of other tests elsewhere; here the data source itself decides.
        System.clearProperty("derby.stream.error.file");
        council = Council.in(folder);
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws Exception {
        council.open().close();

        assertEquals("rw-------", mode(council.keyFile()));
        assertEquals("rwx------", mode(council.keys()));
        assertEquals("rwx------", mode(council.data().resolve("database")));
        assertTrue(Files.readString(council.keyFile()).matches("[0-9a-f]{64}\n"));
    }

    @Test
    void twoCouncilsGetDifferentKeys() throws Exception {
        Council other = Council.in(folder.resolve("other"));
        council.open().close();
        other.open().close();

        assertNotEquals(Files.readString(council.keyFile()), Files.readString(other.keyFile()));
    }

    @Test
    void closingOneDatabaseLeavesAnotherRunning() throws Exception {
        Council other = Council.in(folder.resolve("other"));
        try (DerbyDatabase staying = other.open()) {
            council.open().close();
            try (Connection connection = staying.dataSource().getConnection()) {
                assertTrue(connection.isValid(5));
            }
        }
    }

    @Test
    void aConnectionBeginsInAutoCommitWithReadCommittedWhateverItsLastUserLeft() throws Exception {
        DerbySettings oneConnection = new DerbySettings(council.data(), council.keys(), 1, 1000);
        try (DerbyDatabase database = DerbyDatabase.open(oneConnection)) {
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(connection.getAutoCommit());
                assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            }
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(connection.getAutoCommit());
                assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
            }
        }
    }

    @Test
    void aConnectionThatAFaultInsideDerbyEndedIsGivenToNobody() throws Exception {
        DerbySettings oneConnection = new DerbySettings(council.data(), council.keys(), 1, 1000);
        try (DerbyDatabase database = DerbyDatabase.open(oneConnection)) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bytes (given VARCHAR(9) FOR BIT DATA)");
            }
            try (Connection connection = database.dataSource().getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO bytes VALUES (?)")) {
                insert.setBinaryStream(1, new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("as the test wants");
                    }
                }, 9);
                assertEquals("XJ001", assertThrows(SQLException.class, insert::executeUpdate).getSQLState());
            }
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                assertTrue(statement.execute("VALUES 1"));
            }
        }
    }

    @Test
    void whatWasNotCommittedWhenAConnectionWasClosedIsRolledBack() throws Exception {
        council.create();
        try (DerbyDatabase database = council.open();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO notes VALUES (1, 'kept')");
            connection.commit();
            statement.executeUpdate("INSERT INTO notes VALUES (2, 'dropped')");
        }
        assertEquals(1, council.count("kept"));
        assertEquals(0, council.count("dropped"));
    }

    @Test
    void theSameJvmOpensItAgainWithWhatWasWritten() throws Exception {
        council.create();
        council.write(1, 10, "first run");
        council.write(11, 10, "second run");

        assertEquals(10, council.count("first run"));
        assertEquals(10, council.count("second run"));
    }

    @Test
    void closingLeavesNoThreadNoDriverAndNoSystemProperty() throws Exception {
        Properties properties = (Properties) System.getProperties().clone();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> ours;
        try (DerbyDatabase database = council.open()) {
            assertEquals(properties, System.getProperties());
            ours = new HashSet<>(Thread.getAllStackTraces().keySet());
            ours.removeAll(before);
            ours.removeIf(thread -> thread.getName().startsWith("process reaper"));
            assertFalse(ours.isEmpty());
        }
        for (Thread thread : ours) {
            thread.join(10_000);
            assertFalse(thread.isAlive(), thread.getName());
        }
        assertTrue(DriverManager.drivers().noneMatch(driver -> driver.getClass().getName().contains("derby")));
    }

    @Test
    void aClosedDatabaseGivesNoConnectionAndClosesTwiceWithoutHarm() {
        DerbyDatabase database = council.open();
        database.close();
        database.close();

        assertThrows(SQLException.class, () -> database.dataSource().getConnection());
    }

    @Test
    void derbyLogsInTheDataFolderAndKeepsWhatItLogged() throws Exception {
        council.open().close();
        String first = Files.readString(council.data().resolve("log/derby.log"));
        council.open().close();

        assertTrue(first.contains("Booting Derby"));
        assertTrue(Files.readString(council.data().resolve("log/derby.log")).startsWith(first));
        assertFalse(Files.exists(Path.of("derby.log")));
    }

    @Test
    void aSecondOpenerInThisJvmIsRefusedAndTheFirstGoesOn() throws Exception {
        try (DerbyDatabase database = council.open()) {
            DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);
            assertTrue(refused.getMessage().contains(council.data() + " is in use"), refused.getMessage());
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(connection.isValid(5));
            }
        }
        council.open().close();
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        try (DerbyDatabase database = council.open();
                ForkedJvm second = ForkedJvm.run(OpenOnce.class, council.data(), council.keys())) {
            String output = String.join("\n", second.readAll());
            assertEquals(1, second.exitCode(), output);
            assertTrue(output.contains(council.data() + " is in use"), output);
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(connection.isValid(5));
            }
        }
    }

    @Test
    void aFirstStartThatWasKilledIsBegunAnew() throws Exception {
        Path leftover = council.data().resolve("database.creating/database/seg0");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("c10.dat"), "half a page");

        council.create();

        assertEquals(0, council.count("anything"));
        assertFalse(Files.exists(council.data().resolve("database.creating")));
    }

    @Test
    void aJvmToldToSkipForcingTheLogIsRefused() {
        System.setProperty("derby.system.durability", "test");
        try {
            DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);
            assertTrue(refused.getMessage().contains("derby.system.durability"), refused.getMessage());
        } finally {
            System.clearProperty("derby.system.durability");
        }
        council.open().close();
    }

    @Test
    void aFolderNameThatDerbyWouldReadAsSettingsIsRefused() {
        Path tricky = folder.resolve("data;create=true");
        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class,
                () -> DerbyDatabase.open(tricky, council.keys()));
        assertTrue(refused.getMessage().contains("semicolon"), refused.getMessage());
        assertFalse(Files.exists(tricky));
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
