package org.daicho.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Which backup is meant, and whether it is as it was taken. */
class TargetTest {

    private static final String ORIGIN = "daicho/test/00000001";

    @TempDir
    Path folder;
    private Path first;
    private Path second;

    @BeforeEach
    void takeTwo() throws Exception {
        first = backup("20261124T010000Z", ORIGIN, 5);
        second = backup("20261125T010000Z", ORIGIN, 8);
        keys(ORIGIN, 8);
    }

    private static String note(String origin, long size) {
        return new Checkpoint(origin, size, new byte[32]).sign(NoteSigner.fromSeed(origin, new byte[32]));
    }

    private Path backup(String name, String origin, long size) throws Exception {
        Path backup = folder.resolve("backups").resolve(name);
        Path segment = Files.createDirectories(backup.resolve("database/seg0")).resolve("c10.dat");
        Files.writeString(segment, "content of " + name);
        Files.writeString(backup.resolve("database/service.properties"), "properties");
        Map<String, Object> manifest = new LinkedHashMap<>(Map.of("format", 1, "origin", origin, "size", size,
                "checkpoint", note(origin, size), "databaseKey", "ab", "modules", Map.of("assets", "1.0")));
        manifest.put("files", Map.of("seg0/c10.dat", sum(segment), "service.properties",
                sum(backup.resolve("database/service.properties"))));
        new JsonMapper().writeValue(backup.resolve("manifest.json").toFile(), manifest);
        return backup;
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void keys(String origin, long newest) throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Map.of("log.key", "k", "master.1.key", "m", "entry-keys.1", "e",
                "erased.json", "[]", "origin", origin, "newest", note(origin, newest), "database-keys/ab", "d"));
        files.put("../escaped", "x");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("keys")))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Refusal.class, call).getMessage();
    }

    private String copyRefused() {
        return refused(() -> Target.find(second, null).backup().copyDatabase(folder.resolve("copy"), n -> {
        }));
    }

    @Test
    void theNewestIsMeantUnlessOneIsNamed() {
        assertEquals(second, Target.find(folder, null).backup().folder());
        assertEquals(first, Target.find(first, null).backup().folder());
    }

    @Test
    void oneThatIsNewerThanTheKeysWasCutOff() throws Exception {
        keys(ORIGIN, 7);
        assertEquals(first, Target.find(folder, null).backup().folder());
        assertTrue(refused(() -> Target.find(second, null)).contains("cut off"));
    }

    @Test
    void whatIsStillBeingWrittenIsNoBackup() throws Exception {
        Files.move(second, second.resolveSibling("20261125T010000Z.part"));
        assertEquals(first, Target.find(folder, null).backup().folder());
    }

    @Test
    void oneOfTheLogBeforeASuccessionIsNamedSo() throws Exception {
        keys(ORIGIN + "/2", 100);
        assertTrue(refused(() -> Target.find(second, null)).contains(ORIGIN + "/2"));
        assertTrue(refused(() -> Target.find(folder, null)).contains("no backup here that the file of keys opens"));
    }

    @Test
    void whatLacksAManifestOrKeysIsRefused() throws Exception {
        assertTrue(refused(() -> Target.find(folder.resolve("nowhere"), null)).contains("no backup"));
        Files.writeString(second.resolve("manifest.json"), "{\"format\": 1}");
        assertTrue(refused(() -> Target.find(second, null)).contains("manifest"));
        Files.writeString(second.resolve("manifest.json"), "{\"format\": 2}");
        assertTrue(refused(() -> Target.find(second, null)).contains("newer program"));
        Files.writeString(folder.resolve("keys"), "PK");
        assertTrue(refused(() -> Target.find(first, null)).contains("damaged"));
        Files.delete(folder.resolve("keys"));
        assertTrue(refused(() -> Target.find(first, null)).contains("--keys"));
    }

    @Test
    void aFileThatIsChangedCutMissingOrTooMuchIsNamed() throws Exception {
        Path segment = second.resolve("database/seg0/c10.dat");
        String content = Files.readString(segment);
        Files.writeString(segment, content.replace('o', 'O'));
        assertTrue(copyRefused().contains("seg0/c10.dat"));
        Files.writeString(segment, content.substring(1));
        assertTrue(copyRefused().contains("seg0/c10.dat"));
        Files.delete(segment);
        assertTrue(copyRefused().contains("seg0/c10.dat"));
        Files.writeString(segment, content);
        Files.writeString(second.resolve("database/extra"), "");
        assertTrue(copyRefused().contains("extra"));
    }

    @Test
    void aCopyIsTheBackupWithItsKeysForItsOwnerOnly() throws Exception {
        try (Staging staging = Staging.at(Target.find(folder, null), folder.resolve("stage"))) {
            assertEquals("content of 20261125T010000Z",
                    Files.readString(staging.folder().resolve("database/seg0/c10.dat")));
            assertEquals("d", Files.readString(staging.keys().resolve("database.key")));
            assertEquals(note(ORIGIN, 8), Files.readString(staging.keys().resolve("checkpoint")));
            assertEquals("rw-------", PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(staging.keys().resolve("log.key"))));
            assertFalse(Files.exists(staging.folder().resolve("escaped")));
        }
        assertFalse(Files.exists(folder.resolve("stage")));
    }
}
