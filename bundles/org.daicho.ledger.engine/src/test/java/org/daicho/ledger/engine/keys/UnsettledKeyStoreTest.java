package org.daicho.ledger.engine.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key store, while its folder can't be made durable")
class UnsettledKeyStoreTest {

    private static final String A = "aaaaaaaaaaaaaaaaaaaaaa";
    private static final String B = "bbbbbbbbbbbbbbbbbbbbbb";
    private static final String C = "cccccccccccccccccccccc";

    @TempDir
    Path folder;

    @Test
    @DisplayName("takes no key that a power cut could take back with the old store")
    void unsettled() throws Exception {
        AtomicBoolean fails = new AtomicBoolean();
        EntryKeys.FolderSync sync = path -> {
            if (fails.get()) {
                throw new IOException("broken for a test");
            }
        };
        try (EntryKeys keys = EntryKeys.open(folder, sync)) {
            keys.add(Map.of(A, keys.newKey(), B, keys.newKey()));
            fails.set(true);
            assertThrows(IOException.class, () -> keys.destroy(List.of(A)));
            assertThrows(IOException.class, () -> keys.add(Map.of(C, keys.newKey())));
            assertTrue(keys.find(C).isEmpty());
            fails.set(false);
            keys.add(Map.of(C, keys.newKey()));
            keys.finish();
            assertEquals(Set.of("master.2.key", "entry-keys.2"), names());
        }
        try (EntryKeys keys = EntryKeys.open(folder)) {
            assertTrue(keys.find(A).isEmpty());
            assertTrue(keys.find(B).isPresent());
            assertTrue(keys.find(C).isPresent());
        }
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
