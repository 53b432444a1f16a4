package org.daicho.ledger.engine.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.engine.testing.Disk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys survive whatever cuts a write off, and what was destroyed is nowhere. */
@DisplayName("8-2(7), 3-4: the key store")
class EntryKeysTest {

    private static final String KEPT = "kept------------------";
    private static final String GONE = "gone------------------";

    @TempDir
    Path folder;
    private byte[] kept;
    private byte[] gone;

    @BeforeEach
    void fill() throws IOException {
        try (EntryKeys keys = EntryKeys.open(folder)) {
            kept = keys.newKey();
            gone = keys.newKey();
            keys.add(Map.of(KEPT, kept));
            keys.add(Map.of(GONE, gone));
        }
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void assertHolds(boolean whole) throws IOException {
        try (EntryKeys keys = EntryKeys.open(folder)) {
            assertArrayEquals(kept, keys.find(KEPT).orElseThrow());
            assertEquals(whole, keys.find(GONE).isPresent());
            String generation = whole ? "1" : "2";
            assertEquals(Set.of("entry-keys." + generation, "master." + generation + ".key"), files());
            // Keys that are added now are there at the next start too.
            keys.add(Map.of("added-----------------", keys.newKey()));
        }
        try (EntryKeys keys = EntryKeys.open(folder)) {
            assertTrue(keys.find("added-----------------").isPresent());
        }
    }

    @Test
    void aDestroyedKeyIsNowhere() throws IOException {
        byte[] master = Files.readAllBytes(folder.resolve("master.1.key"));
        byte[] store = Files.readAllBytes(folder.resolve("entry-keys.1"));
        try (EntryKeys keys = EntryKeys.open(folder)) {
            keys.destroy(List.of(GONE));
            assertTrue(keys.find(GONE).isEmpty());
            keys.destroy(List.of(GONE, "never there-----------"));
        }
        assertEquals(List.of(), Disk.holding(folder, GONE));
        assertEquals(List.of(), Disk.holding(folder, master));
        assertEquals(List.of(), Disk.holding(folder, store));
        assertHolds(false);
    }

    /** The steps of a destruction as its files show them, cut off before and after each. */
    @ParameterizedTest
    @ValueSource(strings = {"master part", "master", "store part", "half a store part", "new store", "old master noise",
            "old master gone", "old store noise"})
    void aDestructionThatWasCutOffIsWhole(String step) throws IOException {
        Path old = folder.resolveSibling(folder.getFileName() + "-old");
        Disk.copy(folder, old);
        try (EntryKeys keys = EntryKeys.open(folder)) {
            keys.destroy(List.of(GONE));
        }
        Path after = folder.resolveSibling(folder.getFileName() + "-after");
        Disk.copy(folder, after);
        for (String file : files()) {
            Files.delete(folder.resolve(file));
        }
        boolean renamed = step.equals("new store") || step.startsWith("old");
        place(old, "entry-keys.1", "entry-keys.1");
        place(old, "master.1.key", "master.1.key");
        if (step.equals("master part")) {
            Files.writeString(folder.resolve("master.2.key.part"), "0123");
        } else {
            place(after, "master.2.key", "master.2.key");
        }
        if (step.endsWith("store part")) {
            place(after, "entry-keys.2", "entry-keys.2.part");
            if (step.startsWith("half")) {
                Files.write(folder.resolve("entry-keys.2.part"), new byte[10], StandardOpenOption.TRUNCATE_EXISTING);
            }
        } else if (renamed) {
            place(after, "entry-keys.2", "entry-keys.2");
        }
        switch (step) {
        case "old master noise" -> Files.write(folder.resolve("master.1.key"), new byte[65]);
        case "old master gone" -> Files.delete(folder.resolve("master.1.key"));
        case "old store noise" -> Files.write(folder.resolve("entry-keys.1"), new byte[200]);
        default -> {
            // Nothing else had happened by then.
        }
        }
        assertHolds(!renamed);
        Disk.delete(old);
        Disk.delete(after);
    }

    private void place(Path from, String name, String as) throws IOException {
        Files.copy(from.resolve(name), folder.resolve(as));
    }

    @Test
    @DisplayName("A destruction that fails leaves a store that goes on, and a repeat completes it")
    void aFailedDestructionGoesOn() throws IOException {
        try (EntryKeys keys = EntryKeys.open(folder)) {
            // In the way of the new store: it can't be put in place.
            Path inTheWay = Files.createDirectories(folder.resolve("entry-keys.2/x")).getParent();
            assertThrows(IOException.class, () -> keys.destroy(List.of(GONE)));
            keys.add(Map.of("added-----------------", keys.newKey()));
            assertTrue(keys.find(GONE).isPresent(), "forgotten although it is still on the disk");
            Disk.delete(inTheWay);
            // In the way of the old one's destruction.
            Path stray = Files.createDirectories(folder.resolve("master.9.key/x")).getParent();
            assertThrows(IOException.class, keys::finish);
            assertTrue(keys.find(GONE).isEmpty());
            keys.add(Map.of("later-----------------", keys.newKey()));
            Disk.delete(stray);
            keys.finish();
            assertEquals(Set.of("entry-keys.2", "master.2.key"), files());
        }
        try (EntryKeys keys = EntryKeys.open(folder)) {
            assertTrue(keys.find("added-----------------").isPresent());
            assertTrue(keys.find("later-----------------").isPresent());
            assertArrayEquals(kept, keys.find(KEPT).orElseThrow());
            assertTrue(keys.find(GONE).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 81, 300})
    @DisplayName("A record that a crash cut short, or left without its bytes, belongs to nobody")
    void aTailWithoutContentIsCutOff(int zeros) throws IOException {
        Files.write(folder.resolve("entry-keys.1"), new byte[zeros], StandardOpenOption.APPEND);
        assertHolds(true);
    }

    @Test
    void aDamagedStoreOrMasterIsRefused() throws IOException {
        Path store = folder.resolve("entry-keys.1");
        byte[] bytes = Files.readAllBytes(store);
        bytes[40] ^= 1;
        Files.write(store, bytes);
        IOException refusal = assertThrows(IOException.class, () -> EntryKeys.open(folder));
        assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
        bytes[40] ^= 1;
        Files.write(store, bytes);
        Files.writeString(folder.resolve("master.1.key"), "no key");
        assertTrue(assertThrows(IOException.class, () -> EntryKeys.open(folder)).getMessage().contains("damaged"));
    }

    @Test
    void keyFilesAreForTheirOwnerOnly() throws IOException {
        for (String file : files()) {
            assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(folder.resolve(file))), file);
        }
    }
}
