package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./daicho verify} on the data of a stopped system, and what a start and a stop leave behind.
 */
class StoppedIT {

    @TempDir
    static Path folder;

    /** A stopped system's data; tests change copies of it. */
    private static Path data;
    /** Its database as it was one stop earlier. */
    private static Path older;
    private static Path kept;
    private static String firstToken;

    @BeforeAll
    static void runTwice() throws Exception {
        data = folder.resolve("data");
        older = folder.resolve("older");
        try (DaichoProcess system = DaichoProcess.run("minimal", data)) {
            firstToken = Files.readString(data.resolve("run.json"));
            assertEquals(0, system.terminate());
        }
        assertFalse(Files.exists(data.resolve("run.json")));
        copy(data.resolve("database"), older);
        try (DaichoProcess system = DaichoProcess.run("minimal", data)) {
            Command added = daicho(data, "user", "add", "hanako", "--role", "staff", "--password-stdin");
            assertEquals(0, added.code(), added.errors()::toString);
            kept = Files.writeString(folder.resolve("kept"), system.get("/api/log/checkpoint").body());
            assertFalse(Files.readString(data.resolve("run.json")).contains(token(firstToken)));
            // killed: the run file stays
            system.kill();
        }
        assertTrue(Files.exists(data.resolve("run.json")));
    }

    private static String token(String runFile) {
        return runFile.lines().filter(line -> line.contains("\"token\"")).findFirst().orElseThrow();
    }

    private static Command daicho(Path on, String... arguments) throws Exception {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", on.toString())).toArray(String[]::new);
        return Command.run(folder, "荻窪の朝はとても早い\n", all);
    }

    private static Path copyOfData(String name) throws IOException {
        return copy(data, folder.resolve(name));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void assertRefused(Command command, String... parts) {
        assertEquals(1, command.code(), command.errors()::toString);
        assertEquals(1, command.errors().size(), command.errors()::toString);
        for (String part : parts) {
            assertTrue(command.errors().get(0).contains(part), command.errors()::toString);
        }
    }

    @Test
    void theFileOfAKilledProcessCountsForNothing() throws Exception {
        assertRefused(daicho(data, "user", "list"), "No system is running");
    }

    @Test
    void storedDataVerifiesWithoutAServerAndTheKeysStayAsTheyWere() throws Exception {
        Path stopped = copyOfData("stopped");
        List<String> before = keys(stopped);
        Command verified = daicho(stopped, "verify", "--checkpoint", kept.toString());
        assertEquals(0, verified.code(), verified.errors()::toString);
        assertTrue(verified.output().contains("erased leaves: 0"), verified.output());
        assertEquals(before, keys(stopped));
    }

    private static List<String> keys(Path on) throws IOException {
        try (Stream<Path> files = Files.list(on.resolve("keys"))) {
            return files.sorted(Comparator.naturalOrder()).map(StoppedIT::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return file.getFileName() + " " + HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aChangedRowIsNamedByItsEntry() throws Exception {
        Path tampered = copyOfData("tampered");
        assertEquals(1, StoredTables.change(tampered, "UPDATE ledger_version SET written_at = written_at + 1"
                + " WHERE leaf_index = (SELECT MAX(leaf_index) FROM ledger_version WHERE ledger = 'access.grants')"));
        assertRefused(daicho(tampered, "verify"), "access.grants", ", version ");
    }

    @Test
    void aLeafThatWasTakenOutIsNamed() throws Exception {
        Path tampered = copyOfData("cut");
        assertEquals(1, StoredTables.change(tampered, "DELETE FROM ledger_leaf WHERE leaf_index = 3"));
        assertRefused(daicho(tampered, "verify"), "Leaf 3 is missing");
    }

    @Test
    void anOldCopyPutBackIsFoundByTheCheckpointKeptOutside() throws Exception {
        Path back = copyOfData("back");
        deleteTree(back.resolve("database"));
        copy(older, back.resolve("database"));
        Files.delete(back.resolve("keys").resolve("checkpoint"));
        assertEquals(0, daicho(back, "verify").code());
        assertRefused(daicho(back, "verify", "--checkpoint", kept.toString()), "older");
    }

    @Test
    void anOldCopyPutBackIsFoundByTheCheckpointBesideTheKeys() throws Exception {
        Path back = copyOfData("back-keys");
        deleteTree(back.resolve("database"));
        copy(older, back.resolve("database"));
        Files.copy(kept, back.resolve("keys").resolve("checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused(daicho(back, "verify"), "older");
    }

    @Test
    void aMissingKeyFileAndANewerSchemaAreOneSentence() throws Exception {
        Path newer = copyOfData("newer");
        StoredTables.change(newer, "UPDATE daicho_schema SET version_no = 99 WHERE component = 'ledger'");
        assertRefused(daicho(newer, "verify"), "99", "newer");
        Path lost = copyOfData("lost");
        Files.delete(lost.resolve("keys").resolve("log.key"));
        assertRefused(daicho(lost, "verify"), "log.key");
        assertFalse(Files.exists(lost.resolve("keys").resolve("log.key")));
        Files.delete(lost.resolve("keys").resolve("database.key"));
        assertRefused(daicho(lost, "verify"), "database.key");
    }

    @Test
    void aBackupIsADatabaseWithItsKeysAndIsLeftUntouched() throws Exception {
        Path backup = Files.createDirectory(folder.resolve("backup"));
        copy(data.resolve("database"), backup.resolve("database"));
        assertRefused(Command.run(folder, "", "verify", "--backup", backup.toString()), "no backup");
        copy(data.resolve("keys"), backup.resolve("keys"));
        Command verified = Command.run(folder, "", "verify", "--backup", backup.toString());
        assertEquals(0, verified.code(), verified.errors()::toString);
        try (Stream<Path> files = Files.list(backup)) {
            assertEquals(2, files.count());
        }
        assertRefused(daicho(folder.resolve("nowhere"), "verify"), "no data folder");
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
