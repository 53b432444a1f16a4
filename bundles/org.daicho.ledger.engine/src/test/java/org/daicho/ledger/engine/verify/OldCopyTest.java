package org.daicho.ledger.engine.verify;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Disk;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.tlog.NoteVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old copy of the database or of the keys, put back, is refused with a sentence that says what to do. */
class OldCopyTest {

    @TempDir
    Path folder;
    private Council council;

    @BeforeEach
    void write() throws Exception {
        council = Council.onDisk(folder);
        council.open(new Loans());
        council.lend(STAFF, "一");
        council.close();
        Disk.copy(folder.resolve("data"), folder.resolve("old"));
        council.open(new Loans());
        council.lend(STAFF, "二");
    }

    private void putBack() throws Exception {
        Disk.delete(folder.resolve("data"));
        Disk.copy(folder.resolve("old"), folder.resolve("data"));
    }

    @Test
    void anOldCopyIsRefusedAtItsOpening() throws Exception {
        council.close();
        putBack();
        assertRefuses("older than, or another one than, the checkpoint kept in the key folder");
    }

    @Test
    @DisplayName("An old copy beside a key folder of its time opens, and a checkpoint kept outside tells")
    void aCheckpointKeptOutsideTells() throws Exception {
        String outside = council.engine.log().checkpoint();
        String key = council.engine.log().verifierKey();
        council.close();
        putBack();
        Files.delete(folder.resolve("keys/checkpoint"));
        council.open(new Loans());
        council.assertVerifies();
        try (ReadOnlyKeys keys = new ReadOnlyKeys(folder.resolve("keys"))) {
            var found = new StoredLog(new Store(council.source), keys.entries(), NoteVerifier.parse(key)).run(
                    List.of(outside),
                    n -> {
                    });
            assertFalse(found.ok());
            assertTrue(found.finding().en().contains("is older than the kept checkpoint"), found.finding().en());
        }
        // Another entry in the place of the lost one: a fork.
        council.lend(STAFF, "三");
        try (ReadOnlyKeys keys = new ReadOnlyKeys(folder.resolve("keys"))) {
            var found = new StoredLog(new Store(council.source), keys.entries(), NoteVerifier.parse(key)).run(
                    List.of(outside),
                    n -> {
                    });
            assertTrue(found.finding().en().contains("does not continue the kept checkpoint"), found.finding().en());
        }
        council.close();
    }

    @Test
    void anEmptyDatabaseBesideUsedKeysIsRefused() throws Exception {
        council.close();
        Disk.delete(folder.resolve("data"));
        assertRefuses("older than, or another one than");
    }

    @Test
    void aLogThatDoesNotFitItsCheckpointIsRefused() throws Exception {
        council.sql("DELETE FROM ledger_node WHERE node_index = (SELECT MAX(node_index) FROM ledger_node)");
        council.close();
        assertRefuses("does not fit its signed checkpoint");
    }

    @Test
    void theKeyOfAnotherLogIsRefused() throws Exception {
        council.close();
        Files.writeString(folder.resolve("keys/log.key"), "00".repeat(32));
        assertRefuses("does not fit its signed checkpoint");
    }

    @Test
    @DisplayName("A missing key file is never replaced by a fresh one, which would make the entries unreadable")
    void aMissingKeyFileIsRefused() throws Exception {
        council.close();
        for (String name : List.of("log.key", "search.key", "entry-keys.1", "master.1.key")) {
            Path file = folder.resolve("keys").resolve(name);
            Path away = folder.resolve(name);
            Files.move(file, away);
            IOException refusal = assertThrows(IOException.class, () -> council.open(new Loans()), name);
            assertTrue(refusal.getMessage().contains("is missing"), refusal.getMessage());
            assertFalse(Files.exists(file), name + " was made anew");
            Files.move(away, file);
        }
        council.open(new Loans());
        council.assertVerifies();
        council.close();
    }

    private void assertRefuses(String sentence) throws Exception {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> council.open(new Loans()));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("データベース"), refusal.getMessage());
        council.shutDown();
    }
}
