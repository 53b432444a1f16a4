package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void oneHolderAtATime() throws IOException {
        Path path = root.resolve("data");
        try (DataFolder first = DataFolder.hold(path)) {
            Refusal refusal = assertThrows(Refusal.class, () -> DataFolder.hold(path));
            assertTrue(refusal.getMessage().contains(path.toString()));
            assertEquals(1, refusal.getMessage().lines().count());
            assertEquals(path.resolve("framework"), first.cache());
        }
        DataFolder.hold(path).close();
    }

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        Path path = root.resolve("data");
        try (DataFolder data = DataFolder.hold(path)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertTrue(Files.isDirectory(data.log()));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertThrows(Refusal.class, () -> DataFolder.hold(file.resolve("data")));
    }
}
