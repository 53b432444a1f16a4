package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    private static final RunFile FILE = new RunFile("127.0.0.1", 8181, "a-secret", ProcessHandle.current().pid(),
            Instant.parse("2026-11-23T00:00:00Z"), Path.of("/opt/takaido"));

    @TempDir
    Path data;

    @Test
    void itsOwnerAloneMayReadItAndNothingElseIsLeftBehind() throws IOException {
        FILE.write(data);
        Path file = data.resolve("run.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(data)) {
            assertEquals(List.of(file), files.toList());
        }
        assertTrue(Files.readString(file).contains("\"port\" : 8181"));
    }

    @Test
    void itIsReadWhileItsProcessHoldsTheFolder() throws Exception {
        FILE.write(data);
        try (DataFolder held = DataFolder.hold(data)) {
            assertEquals(Optional.of(FILE), RunFile.ofRunning(data));
        }
    }

    @Test
    void aFileOfAProcessThatIsGoneCountsForNothing() throws Exception {
        assertEquals(Optional.empty(), RunFile.ofRunning(data));
        FILE.write(data);
        // the process is alive, but as its number was given to another one: nobody holds the folder
        assertEquals(Optional.empty(), RunFile.ofRunning(data));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        new RunFile("127.0.0.1", 8181, "a-secret", gone.pid(), FILE.since(), FILE.distribution()).write(data);
        try (DataFolder held = DataFolder.hold(data)) {
            assertEquals(Optional.empty(), RunFile.ofRunning(data));
        }
    }

    @Test
    void aDamagedFileIsRefusedByName() throws IOException {
        for (String broken : List.of("", "{", "{\"port\":1}", "[]")) {
            Files.writeString(data.resolve("run.json"), broken);
            assertTrue(assertThrows(Refusal.class, () -> RunFile.ofRunning(data)).getMessage().contains("run.json"));
        }
    }

    @Test
    void theTokenIsNotShown() {
        assertFalse(FILE.toString().contains("a-secret"));
    }

    @Test
    void deletingWhatIsNotThereIsFine() throws IOException {
        FILE.write(data);
        RunFile.delete(data);
        RunFile.delete(data);
        assertFalse(Files.exists(data.resolve("run.json")));
    }
}
