package org.daicho.ledger.engine.backup;

import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.ErasedEntry;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerBackup.Taken;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken while the ledgers serve, and only what verifies becomes one. */
@DisplayName("0-3 availability: a backup of the running system")
class BackupTest {

    @TempDir
    Path folder;
    private Path target;
    @AutoClose
    private Machine machine;

    @BeforeEach
    void start() throws Exception {
        target = folder.resolve("target");
        machine = Machine.started(folder.resolve("machine"));
    }

    private KeyArchive keys() throws IOException {
        return KeyArchive.read(target.resolve("keys"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theManifestTellsWhatIsInABackup() throws Exception {
        machine.lend("台帳A");
        Taken taken = machine.backup(target);
        Map<String, Object> manifest = Machine.manifest(taken.folder());
        assertEquals(taken.treeSize(), manifest.get("size"));
        assertEquals(machine.engine.log().verifierKey(), manifest.get("verifierKey"));
        assertEquals(machine.engine.log().checkpoint(), manifest.get("checkpoint"));
        assertEquals(Map.of("test", "1.2.3"), manifest.get("modules"));
        assertEquals(BackupTarget.sums(taken.folder().resolve("database"), n -> {
        }), manifest.get("files"));
        assertTrue(((Map<?, ?>) manifest.get("files")).size() > 20);
    }

    @Test
    void theKeysAreOneFileOfItsOwnersThatEachBackupReplaces() throws Exception {
        machine.lend("台帳A");
        machine.backup(target);
        byte[] first = Files.readAllBytes(target.resolve("keys"));
        machine.lend("台帳B");
        machine.backup(target);
        assertEquals(List.of("backups", "keys"), names(target));
        assertEquals(2, names(target.resolve("backups")).size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("keys"))));
        assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(target.resolve("keys"))));
    }

    @Test
    @DisplayName("8-2(7): no search key, and no key of an erased entry, is in a backup")
    void theKeysLackTheSearchKeyAndThoseOfErasedEntries() throws Exception {
        Entry kept = machine.lend("台帳A");
        Entry gone = machine.lend("台帳B");
        machine.backup(target);
        assertTrue(keys().entryKeys().find(gone.id()).isPresent());
        machine.erase(gone);
        machine.backup(target);
        assertTrue(keys().entryKeys().find(kept.id()).isPresent());
        assertTrue(keys().entryKeys().find(gone.id()).isEmpty());
        ErasedEntry erased = keys().erased().get(0);
        assertEquals(gone.id(), erased.entry());
        assertEquals("期限", erased.record().get("reason"));
        assertEquals("会長", erased.record().get("name"));
        byte[] search = Files.readAllBytes(machine.keys.resolve("search.key"));
        assertFalse(keys().files().containsKey("search.key"));
        keys().files().values().forEach(content -> assertFalse(java.util.Arrays.equals(search, content)));
    }

    @Test
    @DisplayName("8-2(7): a key that could not be destroyed yet is in no backup")
    void aKeyThatIsStillToBeDestroyedIsLeftOut() throws Exception {
        Entry gone = machine.lend("台帳A");
        Path inTheWay = Files.createDirectories(machine.keys.resolve("entry-keys.2/x"));
        refused(Kind.UNAVAILABLE, () -> machine.erase(gone));
        machine.backup(target);
        assertTrue(keys().entryKeys().find(gone.id()).isEmpty());
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
    }

    @Test
    void keysOfTheDatabaseStayAsLongAsABackupNeedsThem() throws Exception {
        Taken taken = machine.backup(target);
        String name = KeyArchive.DATABASE_KEYS + Machine.manifest(taken.folder()).get("databaseKey");
        assertArrayEquals(machine.copies.key(), keys().files().get(name));
        machine.backup(target);
        assertEquals(Set.of(name), Set.copyOf(keys().files().keySet().stream()
                .filter(file -> file.startsWith(KeyArchive.DATABASE_KEYS)).toList()));
    }

    @Test
    void writesGoOnWhileItIsTakenAndASecondBackupIsRefused() throws Exception {
        Entry before = machine.lend("前");
        machine.copies.meddling = copy -> {
            machine.lend("間");
            LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(folder.resolve("other")));
            assertTrue(refused.text().en().contains("Another backup"), refused.text().en());
        };
        Taken taken = machine.backup(target);
        assertEquals(before.leafIndex() + 1, taken.treeSize());
        assertTrue(machine.lend("後").leafIndex() > before.leafIndex() + 1);
        assertTrue(machine.verify().ok());
        machine.copies.meddling = copy -> {
        };
        machine.backup(target);
    }

    @Test
    @DisplayName("8-2(7): an erasure waits for a backup, as the copy would lack its mark")
    void anErasureWaits() throws Exception {
        Entry gone = machine.lend("物");
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?>[] erasure = new Future<?>[1];
        machine.copies.meddling = copy -> {
            erasure[0] = thread.submit(() -> {
                started.countDown();
                machine.erase(gone);
            });
            try {
                started.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            machine.lend("間");
            assertFalse(erasure[0].isDone());
        };
        machine.backup(target);
        erasure[0].get();
        thread.shutdown();
        assertNotNull(machine.get(gone).erased());
        assertTrue(keys().entryKeys().find(gone.id()).isPresent());
    }

    @Test
    void aDatabaseThatCanNotBeCopiedIsRefusedWithASentence() throws Exception {
        try (Council council = new Council(folder.resolve("keys"))) {
            LedgerException refused = refused(Kind.CONFLICT, () -> council.engine.backup()
                    .take(new LedgerBackup.Order(target, target.resolve("keys"), false), p -> {
                    }));
            assertTrue(refused.text().en().contains("database's own tools"), refused.text().en());
            assertFalse(Files.exists(target));
        }
    }

    @Test
    void aTargetThatCanNotBeWrittenLeavesTheSystemGoing() throws Exception {
        Files.writeString(target, "a file where the folder should be");
        LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(target));
        assertTrue(refused.text().en().contains("The system goes on"), refused.text().en());
        machine.lend("台帳A");
        machine.backup(folder.resolve("other"));
        refused(Kind.CONFLICT, () -> machine.backup(machine.keys.resolve("here")));
        refused(Kind.MALFORMED, () -> machine.backup(Path.of("here")));
    }

    @Test
    void aTargetWithoutRoomIsRefusedBeforehand() throws Exception {
        machine.copies.size = Long.MAX_VALUE;
        LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(target));
        assertTrue(refused.text().en().contains("not enough room"), refused.text().en());
    }

    @Test
    void aCopyThatDoesNotVerifyIsThrownAwayAndTheOthersStay() throws Exception {
        machine.lend("台帳A");
        Taken good = machine.backup(target);
        byte[] keys = Files.readAllBytes(target.resolve("keys"));
        machine.copies.meddling = copy -> {
            try (var connection = PlainDerbyBackup.opened(copy).getConnection();
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE ledger_version SET state_name = 'returned'");
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(target));
        assertTrue(refused.text().en().contains("does not verify"), refused.text().en());
        assertEquals(List.of(good.folder().getFileName().toString()), names(target.resolve("backups")));
        assertArrayEquals(keys, Files.readAllBytes(target.resolve("keys")));
        assertEquals(List.of("backups", "keys"), names(target));
    }

    @Test
    void whatACrashLeftHalfWrittenIsRemoved() throws Exception {
        Taken good = machine.backup(target);
        Files.createDirectories(target.resolve("backups/20261125T000000Z.part/database/seg0"));
        Files.writeString(target.resolve("keys.part"), "half");
        machine.backup(target);
        assertEquals(List.of("backups", "keys"), names(target));
        assertTrue(names(target.resolve("backups")).stream().noneMatch(name -> name.endsWith(".part")));
        assertTrue(Files.exists(good.folder().resolve("manifest.json")));
    }

    @Test
    void theTargetOfAnotherCouncilIsRefused() throws Exception {
        try (Machine other = Machine.started(folder.resolve("other"))) {
            other.backup(target);
        }
        byte[] keys = Files.readAllBytes(target.resolve("keys"));
        LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(target));
        assertTrue(refused.text().en().contains("another log"), refused.text().en());
        assertArrayEquals(keys, Files.readAllBytes(target.resolve("keys")));
    }

    @Test
    void keysThatCanNotBeReadAreNotReplaced() throws Exception {
        machine.backup(target);
        Files.writeString(target.resolve("keys"), "damaged");
        refused(Kind.CONFLICT, () -> machine.backup(target));
        Files.delete(target.resolve("keys"));
        refused(Kind.CONFLICT, () -> machine.backup(target));
    }

    @Test
    void afterTheFinalBackupNothingIsWrittenOrStarted() throws Exception {
        Entry last = machine.lend("台帳A");
        Taken taken = machine.backup(target, true);
        assertEquals(last.leafIndex() + 1, taken.treeSize());
        assertEquals(Machine.manifest(taken.folder()).get("checkpoint"), keys().text(KeyArchive.CLOSED));
        refused(Kind.UNAVAILABLE, () -> machine.lend("台帳B"));
        assertEquals("台帳A", machine.get(last).fields().text("item"));
        machine.engine.close();
        assertFalse(Files.exists(machine.keys.resolve("log.key")));
        IOException closed = assertThrows(IOException.class, machine::start);
        assertTrue(closed.getMessage().contains("final backup"), closed.getMessage());
        machine.engine = null;
    }

    @Test
    void theCheckpointInABackupIsKeptFirst() throws Exception {
        Path inTheWay = Files.createDirectories(machine.keys.resolve("checkpoint.part/x"));
        machine.lend("台帳A");
        LedgerException refused = refused(Kind.CONFLICT, () -> machine.backup(target));
        assertTrue(refused.text().en().contains("cannot be kept"), refused.text().en());
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        machine.copies.meddling = copy -> {
        };
        assertTrue(machine.backup(target).treeSize() > 0);
    }
}
