package org.daicho.datasource.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

/** What lies on the disk says nothing without the key, and the key is nowhere but in its file. */
class EncryptionAtRestTest {
    private static final String MARKER = "目印-marker-4711";

    @TempDir
    Path folder;

    private Council council;

    @BeforeEach
    void council() throws Exception {
        council = Council.in(folder);
        council.create();
    }

    @Test
    void noFileHoldsAStoredTextInPlain() throws Exception {
        council.write(1, 200, MARKER);

        assertEquals(List.of(), filesWith(council.data(), plain(MARKER)));
    }

    @Test
    void theSearchUsedHereFindsTheTextInADatabaseThatIsNotEncrypted() throws Exception {
        Path open = folder.resolve("open");
        DerbyEngine.join();
        DerbyEngine.start(DerbySettings.of(council.data(), council.keys()), open, "create=true");
        try (Connection connection = DerbyEngine.source(open).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (text VARCHAR(4000))");
            statement.execute("INSERT INTO notes VALUES '" + MARKER + "'");
        } finally {
            DerbyEngine.leave();
        }
        assertFalse(filesWith(open, plain(MARKER)).isEmpty());
    }

    @Test
    void theKeyIsInNoOtherFileAndInNoLog() throws Exception {
        String key = Files.readString(council.keyFile()).strip();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            council.write(1, 10, MARKER);
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        assertFalse(log.list.isEmpty());
        assertTrue(log.list.stream().noneMatch(event -> event.getFormattedMessage().contains(key)));
        assertEquals(List.of(), filesWith(council.data(),
                List.of(key.getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(key))));
    }

    @Test
    void aWrongKeyIsRefusedAndChangesNothing() throws Exception {
        council.write(1, 10, MARKER);
        String right = Files.readString(council.keyFile());
        String wrong = "0123456789abcdef".repeat(4);
        Files.writeString(council.keyFile(), wrong);
        Map<String, String> before = council.state();

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains("The key in " + council.keyFile() + " does not open"));
        assertFalse(text(refused).contains(wrong));
        assertEquals(before, council.state());
        Files.writeString(council.keyFile(), right);
        assertEquals(10, council.count(MARKER));
    }

    @Test
    void aMissingKeyIsRefusedAndNoNewOneIsMade() throws Exception {
        council.write(1, 10, MARKER);
        Path elsewhere = folder.resolve("elsewhere.key");
        Files.move(council.keyFile(), elsewhere);
        Map<String, String> before = council.state();

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains("The key file " + council.keyFile()), refused.getMessage());
        assertTrue(refused.getMessage().contains("is missing"), refused.getMessage());
        assertEquals(before, council.state());
        Files.move(elsewhere, council.keyFile());
        assertEquals(10, council.count(MARKER));
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsRefusedWithoutQuotingIt() throws Exception {
        String broken = Files.readString(council.keyFile()).substring(0, 50);
        Files.writeString(council.keyFile(), broken);
        Map<String, String> before = council.state();

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains(council.keyFile() + " does not hold a key"), refused.getMessage());
        assertFalse(text(refused).contains(broken));
        assertEquals(before, council.state());
    }

    @Test
    void aDamagedDatabaseIsRefusedWithoutQuotingTheKey() throws Exception {
        Path control = council.data().resolve("database/service.properties");
        Files.delete(control);

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains("cannot be opened"), refused.getMessage());
        assertFalse(text(refused).contains(Files.readString(council.keyFile()).strip()));
    }

    private static String text(Exception thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static List<byte[]> plain(String text) {
        List<byte[]> encodings = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            encodings.add(text.getBytes(charset));
            encodings.add(text.substring(3).getBytes(charset));
        }
        return encodings;
    }

    private static List<Path> filesWith(Path root, List<byte[]> needles) throws Exception {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(n -> content.contains(new String(n, StandardCharsets.ISO_8859_1)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
