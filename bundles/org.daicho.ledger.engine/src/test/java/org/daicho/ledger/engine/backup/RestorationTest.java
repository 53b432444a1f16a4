package org.daicho.ledger.engine.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.engine.backup.Machine.Restored;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Disk;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.log.PublishedLog;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.EntryBundle;
import org.daicho.tlog.LogSource;
import org.daicho.tlog.LogVerifier;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.SignedNote;
import org.daicho.tlog.SuccessionLeaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key never signs two logs that don't continue each other, and what was erased does not come back. */
@DisplayName("0-3 availability: what a backup brings back")
class RestorationTest {

    @TempDir
    Path folder;
    private Path target;
    private Machine old;
    private Entry first;
    private Path backup;
    private String atBackup;
    private Machine restored;

    @BeforeEach
    void takeABackup() throws Exception {
        target = folder.resolve("target");
        old = Machine.started(folder.resolve("old"));
        first = old.lend("青い台帳");
        old.note("青い覚え書き");
        backup = old.backup(target).folder();
        atBackup = old.engine.log().checkpoint();
    }

    @AfterEach
    void stop() throws Exception {
        if (restored != null) {
            restored.close();
        }
        old.close();
    }

    private Restored restore(String... outside) throws Exception {
        return restore(backup, null, outside);
    }

    private Restored restore(Path from, Path surviving, String... outside) throws Exception {
        restored = Machine.laidOut(folder.resolve("new"), from, target.resolve("keys"));
        return restored.restore(List.of(outside), surviving);
    }

    private long size(String note) throws Exception {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    private Map<String, Object> leaf0() throws Exception {
        byte[] bundle = restored.engine.log().entries(0, 1).orElseThrow();
        return SuccessionLeaf.decode(EntryBundle.decode(bundle, 1).get(0));
    }

    @Test
    void theLogGoesOnWhereTheNewestKnownCheckpointIsTheBackups() throws Exception {
        Restored done = restore(atBackup);
        assertTrue(done.plan().goesOn(), done.plan().text().en());
        assertTrue(done.found().ok(), done.found().finding().en());
        assertEquals(old.engine.log().verifierKey(), restored.engine.log().verifierKey());
        assertEquals(size(atBackup), done.found().treeSize());
        Entry next = restored.lend("次");
        assertEquals(size(atBackup), next.leafIndex());
        assertTrue(restored.verify().ok());
        assertEquals(1, restored.engine.log().number());
    }

    @Test
    void whereNothingIsKnownOutsideASuccessorBegins() throws Exception {
        Restored done = restore();
        assertTrue(done.plan().possible());
        assertFalse(done.plan().goesOn());
        assertTrue(done.plan().text().en().contains("A new log"), done.plan().text().en());
        assertTrue(done.found().ok(), done.found().finding().en());
        assertNotEquals(old.engine.log().verifierKey(), restored.engine.log().verifierKey());
        assertEquals(old.engine.log().verifierKey().split("\\+")[0] + "/2",
                restored.engine.log().verifierKey().split("\\+")[0]);
        assertEquals(2, restored.engine.log().number());
        Map<String, Object> facts = leaf0();
        assertEquals(atBackup, facts.get("checkpoint"));
        assertEquals("復元した人", facts.get("by"));
        assertEquals("機械の故障", facts.get("reason"));
        assertEquals(restored.engine.log().verifierKey(), facts.get("key"));
        assertEquals(old.engine.log().verifierKey(), facts.get("before"));
    }

    @Test
    void whatIsMissingAfterTheBackupIsCounted() throws Exception {
        old.lend("二");
        old.lend("三");
        Restored done = restore(old.engine.log().checkpoint());
        assertEquals(2, done.plan().lost());
        assertFalse(done.plan().goesOn());
        assertEquals(old.engine.log().checkpoint(), leaf0().get("newest"));
        assertTrue(restored.verify().finding().en().contains("(2 leaves after that were lost)"),
                restored.verify().finding().en());
    }

    @Test
    void anOlderKnownCheckpointDoesNotTellThatNothingCameAfter() throws Exception {
        old.lend("二");
        backup = old.backup(target).folder();
        Restored done = restore(atBackup);
        assertTrue(done.plan().possible());
        assertFalse(done.plan().goesOn());
        assertEquals(-1, done.plan().lost());
    }

    @Test
    void theNewestCheckpointOfTheTargetCountsAgainstAnOlderBackup() throws Exception {
        old.lend("二");
        old.backup(target);
        Restored done = restore(atBackup);
        assertFalse(done.plan().goesOn());
        assertEquals(1, done.plan().lost());
    }

    @Test
    void aFinalBackupGoesOnByItself() throws Exception {
        old.lend("二");
        backup = old.backup(target, true).folder();
        Restored done = restore();
        assertTrue(done.plan().goesOn(), done.plan().text().en());
        assertTrue(done.found().ok());
        restored.lend("三");
    }

    @Test
    void aSurvivingKeyFolderTellsThatNothingCameAfter() throws Exception {
        old.engine.close();
        assertTrue(restore(backup, old.keys, old.kept()).plan().goesOn());
    }

    @Test
    void aKnownCheckpointOfAForkIsRefused() throws Exception {
        Checkpoint real = Checkpoint.parse(SignedNote.parse(atBackup).text());
        NoteSigner signer = KeyArchive.read(target.resolve("keys")).signer();
        String fork = new Checkpoint(real.origin(), real.size() - 1, new byte[32]).sign(signer);
        Restored done = restore(fork);
        assertFalse(done.plan().possible());
        assertTrue(done.plan().text().en().contains("does not continue"), done.plan().text().en());
        assertNull(done.found());
    }

    @Test
    void aCheckpointOfAnotherLogIsRefused() throws Exception {
        Checkpoint real = Checkpoint.parse(SignedNote.parse(atBackup).text());
        String foreign = real.sign(NoteSigner.fromSeed(real.origin(), new byte[32]));
        Restored done = restore(foreign);
        assertFalse(done.plan().possible());
        assertTrue(done.plan().text().en().contains("not signed with the key"), done.plan().text().en());
    }

    @Test
    void theKeyFolderOfAnotherCouncilIsRefused() throws Exception {
        try (Machine other = Machine.started(folder.resolve("other"))) {
            restored = Machine.laidOut(folder.resolve("new"), backup, target.resolve("keys"));
            IllegalStateException refused = assertThrows(IllegalStateException.class,
                    () -> restored.restore(List.of(), other.keys));
            assertTrue(refused.getMessage().contains("another log"), refused.getMessage());
        }
    }

    @Test
    void aTamperedBackupIsRefused() throws Exception {
        restored = Machine.laidOut(folder.resolve("new"), backup, target.resolve("keys"));
        try (var connection = restored.source.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE ledger_version SET state_name = 'returned' WHERE entry = '" + first.id()
                    + "'");
        }
        Restored done = restored.restore(List.of(atBackup), null);
        assertFalse(done.plan().possible());
        assertTrue(done.plan().text().en().contains("is not what was written"), done.plan().text().en());
    }

    @Test
    void aKeyThatIsMissingWithoutAnErasureIsRefused() throws Exception {
        Path keys = target.resolve("keys");
        KeyArchive archive = KeyArchive.read(keys);
        byte[] records = archive.files().get("entry-keys.1");
        archive.files().put("entry-keys.1", Arrays.copyOf(records, records.length - 82));
        archive.write(keys);
        assertFalse(restore(atBackup).plan().possible());
    }

    @Test
    void newerTablesAreRefused() throws Exception {
        restored = Machine.laidOut(folder.resolve("new"), backup, target.resolve("keys"));
        try (var connection = restored.source.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE daicho_schema SET version_no = 99");
        }
        IllegalStateException refused = assertThrows(IllegalStateException.class,
                () -> restored.restore(List.of(), null));
        assertTrue(refused.getMessage().contains("newer than this program"), refused.getMessage());
    }

    @Test
    @DisplayName("8-2(7): what was erased after a backup stays erased when it is restored")
    void erasedStaysErasedWhicheverBackupIsTaken() throws Exception {
        Entry gone = old.lend("消える台帳");
        Path before = old.backup(target).folder();
        byte[] key = KeyArchive.read(target.resolve("keys")).entryKeys().find(gone.id()).orElseThrow();
        old.erase(gone);
        old.backup(target);
        Restored done = restore(before, null);
        assertEquals(1, done.plan().erasures());
        assertTrue(done.found().ok(), done.found().finding().en());
        Entry now = restored.get(gone);
        assertEquals(Map.of(), now.fields().values());
        assertTrue(now.erased().reason().startsWith("期限("), now.erased().reason());
        assertEquals("会長", now.erased().by().name());
        assertEquals(List.of("青い台帳"), restored.found("台帳"));
        restored.close();
        restored.engine = null;
        assertEquals(List.of(), Disk.holding(folder.resolve("new"), "消える台帳"));
        assertEquals(List.of(), Disk.holding(folder.resolve("new"), key));
        restored.start();
        assertNotNull(restored.get(gone).erased());
        assertTrue(restored.verify().ok());
    }

    @Test
    @DisplayName("8-2(7): what the surviving key folder lacks was erased, even if no backup knows")
    void whatTheSurvivingKeysLackStaysErased() throws Exception {
        Entry gone = old.lend("消える台帳");
        Path before = old.backup(target).folder();
        old.erase(gone);
        old.engine.close();
        Restored done = restore(before, old.keys, old.kept());
        assertFalse(done.plan().goesOn());
        assertEquals(1, done.plan().lost());
        assertTrue(done.found().ok(), done.found().finding().en());
        assertTrue(restored.get(gone).erased().reason().contains("この控えより後に消去"));
        restored.engine.close();
        restored.engine = null;
        try (KeyFolder keys = new KeyFolder(restored.keys, true)) {
            assertTrue(keys.entries().find(gone.id()).isEmpty());
            assertTrue(keys.entries().find(first.id()).isPresent());
        }
    }

    @Test
    void aRestoredSystemHasAFreshSearchKeyAndFindsWhatItFound() throws Exception {
        restore(atBackup);
        assertNotEquals(Files.readString(old.keys.resolve("search.key")),
                Files.readString(restored.keys.resolve("search.key")));
        assertEquals(List.of("青い台帳"), restored.found("青い"));
        assertEquals(List.of("青い覚え書き"), restored.foundNotes("青い"));
        assertEquals(List.of(), restored.found("赤い"));
        restored.lend("青い箱");
        assertEquals(List.of("青い台帳", "青い箱"), restored.found("青い"));
    }

    @Test
    void theKeyFolderOfARestoredSystemHoldsNothingButItsOwn() throws Exception {
        restore();
        assertFalse(Files.exists(restored.keys.resolve("erased.json")));
        try (var files = Files.list(restored.keys)) {
            assertEquals(Set.of("checkpoint", "entry-keys.1", "lock", "log.key", "master.1.key", "search.key"),
                    Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
        }
        assertNotEquals(Files.readString(old.keys.resolve("log.key")),
                Files.readString(restored.keys.resolve("log.key")));
    }

    @Test
    void oldEntriesAreChangedInTheNewLogAndProvenInEither() throws Exception {
        restore();
        restored.engine.ledger().act(Council.MANAGER, Loans.LEDGER, first.id(), "approve", 1,
                Council.fields());
        restored.lend("新しい台帳");
        assertTrue(restored.verify().ok(), restored.verify().finding().en());
        var before = restored.engine.log().proof(Council.STAFF, Loans.LEDGER, first.id(), 1);
        var after = restored.engine.log().proof(Council.STAFF, Loans.LEDGER, first.id(), 2);
        assertEquals(atBackup, before.checkpoint());
        assertEquals(size(atBackup), before.treeSize());
        assertEquals(1, after.leafIndex());
        assertEquals(restored.engine.log().checkpoint(), after.checkpoint());
        org.daicho.tlog.Proofs.verifyInclusion(before.leafIndex(), before.treeSize(), before.leafHash(),
                before.hashes(), Checkpoint.parse(SignedNote.parse(before.checkpoint()).text()).root());
        org.daicho.tlog.Proofs.verifyInclusion(after.leafIndex(), after.treeSize(), after.leafHash(), after.hashes(),
                Checkpoint.parse(SignedNote.parse(after.checkpoint()).text()).root());
    }

    @Test
    void everyLogOfTheChainVerifiesFromOutside() throws Exception {
        restore();
        restored.lend("新しい台帳");
        // A second time, from a backup of the successor.
        Path second = restored.backup(target).folder();
        Machine third = Machine.laidOut(folder.resolve("third"), second, target.resolve("keys"));
        try {
            Restored done = third.restore(List.of(), null);
            assertTrue(done.found().ok(), done.found().finding().en());
            assertEquals(3, third.engine.log().number());
            for (int number = 1; number <= 3; number++) {
                PublishedLog log = third.engine.log().log(number).orElseThrow();
                NoteVerifier key = NoteVerifier.parse(log.verifierKey());
                var result = new LogVerifier(published(log), key).run();
                assertTrue(result.ok(), String.valueOf(result.finding()));
                assertEquals(number > 1, log.succession().isPresent());
            }
            assertTrue(third.engine.log().log(4).isEmpty());
            assertTrue(third.engine.log().log(0).isEmpty());
            String text = third.verify().finding().en();
            assertTrue(text.contains("/2 took over from") && text.contains("/3 took over from"), text);
        } finally {
            third.close();
        }
    }

    @Test
    void aForgedTakeoverIsFound() throws Exception {
        restore();
        restored.engine.close();
        try (var connection = restored.source.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE ledger_log SET first_note = final_note");
        }
        restored.start();
        assertFalse(restored.verify().ok());
        assertTrue(restored.verify().finding().en().contains("takes over"), restored.verify().finding().en());
    }

    @Test
    void backupsFromBeforeTheTakeoverDoNotStandInTheWay() throws Exception {
        restore();
        Entry entry = restored.lend("新しい台帳");
        Path after = restored.backup(target).folder();
        assertTrue(Machine.manifest(after).get("origin").toString().endsWith("/2"));
        assertEquals(restored.engine.log().verifierKey(),
                KeyArchive.read(target.resolve("keys")).signer().vkey());
        assertTrue(KeyArchive.read(target.resolve("keys")).entryKeys().find(entry.id()).isPresent());
    }

    private static LogSource published(PublishedLog log) {
        return new LogSource() {
            @Override
            public byte[] checkpoint() {
                return log.checkpoint().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }

            @Override
            public byte[] entryBundle(long index, int width) {
                return log.entries(index, width).orElseThrow();
            }

            @Override
            public byte[] tile(int level, long index, int width) {
                return log.tile(level, index, width).orElseThrow();
            }
        };
    }
}
