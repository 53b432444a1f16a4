package org.daicho.ledger.engine.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderLockTest {

    private static final String ENTRY = "abcdefghijklmnopqrstuv";

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsOpenIsRefusedToASecondOpener() throws Exception {
        byte[] key = new byte[EntryKeys.KEY_BYTES];
        try (KeyFolder first = new KeyFolder(folder, false)) {
            first.entries().add(Map.of(ENTRY, key));
            IOException refused = assertThrows(IOException.class, () -> new KeyFolder(folder, false));
            assertTrue(refused.getMessage().contains("in use by another running system"), refused.getMessage());
        }
        try (KeyFolder again = new KeyFolder(folder, false)) {
            assertArrayEquals(key, again.entries().find(ENTRY).orElseThrow());
        }
    }

    @Test
    void aFolderThatCanNotBeOpenedIsNotHeld() throws Exception {
        new KeyFolder(folder, false).close();
        Files.writeString(folder.resolve("search.key"), "damaged");
        assertThrows(IOException.class, () -> new KeyFolder(folder, false));
        Files.delete(folder.resolve("search.key"));
        new KeyFolder(folder, false).close();
    }

    @Test
    void theLockIsItsOwnersOnly() throws Exception {
        try (KeyFolder open = new KeyFolder(folder, false)) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lock"))));
        }
    }
}
