package org.daicho.ledger.engine.verify;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredAuditTest {

    @TempDir
    Path keys;
    @AutoClose
    private Council council;
    private Entry entry;

    @BeforeEach
    void write() throws Exception {
        council = new Council(keys);
        Entry erased = council.lend(STAFF, "台帳A");
        council.ledger().erase(MANAGER, Loans.LEDGER, erased.id(), new Erasure("期限", "シュレッダー", "鈴木"));
        entry = council.lend(STAFF, "台帳B");
        council.engine.close();
    }

    private Verification verify(String outside) throws Exception {
        try (StoredAudit audit = new StoredAudit(council.source, keys, false)) {
            return audit.verify(outside, done -> {
            });
        }
    }

    private Map<String, Integer> files() throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (var all = Files.list(keys)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private String refused() {
        return assertThrows(Exception.class, () -> new StoredAudit(council.source, keys, false)).getMessage();
    }

    @Test
    void itVerifiesAndLeavesTheKeyFolderAsItIs() throws Exception {
        // left behind by crashes, in an erasure and in a write: serving would tidy them away, an audit does not
        Files.writeString(keys.resolve("master.99.key"), "left");
        Files.writeString(keys.resolve("entry-keys.2"), "torn", StandardOpenOption.APPEND);
        Map<String, Integer> before = files();
        Verification found = verify(null);
        assertTrue(found.ok(), found.finding().en());
        assertEquals(1, found.erased());
        assertEquals(before, files());
    }

    @Test
    void itTellsWhetherADefinitionGoesOnWithWhatIsStored() throws Exception {
        String stored = new Loans().definitions().get(0);
        try (StoredAudit audit = new StoredAudit(council.source, keys, false)) {
            assertNull(audit.obstacle(stored), "the one that is stored");
            assertNull(audit.obstacle(stored.replace("\"revision\": 1", "\"revision\": 2")), "a later one");
            assertNull(audit.obstacle(stored.replace("test.loans", "test.others")), "a new ledger");
            String renamed = audit.obstacle(stored.replace("\"revision\": 1", "\"revision\": 2").replace("\"item\"",
                    "\"thing\"")).en();
            assertTrue(renamed.contains("\"test.loans\"") && renamed.contains("item"), renamed);
            String malformed = audit.obstacle("{}").en();
            assertTrue(malformed.contains("not well-formed"), malformed);
        }
    }

    @Test
    void itNamesTheEntryThatDoesNotFit() throws Exception {
        council.sql("UPDATE ledger_version SET written_at = written_at + 1 WHERE entry = '" + entry.id() + "'");
        Verification found = verify(null);
        assertFalse(found.ok());
        assertTrue(found.finding().en().contains(entry.id()), found.finding().en());
    }

    @Test
    void theLogHasToContinueWhatWasKeptElsewhere() throws Exception {
        String before = Files.readString(keys.resolve("checkpoint"));
        assertTrue(verify(before).ok());
        council.open(new Loans());
        council.lend(STAFF, "台帳C");
        council.engine.close();
        String after = Files.readString(keys.resolve("checkpoint"));
        assertTrue(verify(before).ok());
        assertTrue(verify(after).ok());
        Files.writeString(keys.resolve("checkpoint"), before);
        council.sql("DELETE FROM ledger_leaf WHERE leaf_index = (SELECT MAX(leaf_index) FROM ledger_leaf)");
        assertFalse(verify(after).ok());
        assertFalse(verify("no checkpoint").ok());
    }

    @Test
    void missingKeysAndOtherTablesAreSentences() throws Exception {
        council.sql("UPDATE daicho_schema SET version_no = 99");
        assertTrue(refused().contains("newer"), this::refused);
        council.sql("UPDATE daicho_schema SET version_no = 0");
        assertTrue(refused().contains("older"), this::refused);
        council.sql("UPDATE daicho_schema SET version_no = " + Schema.VERSION);
        Path aside = Files.move(keys.resolve("log.key"), keys.resolve("aside"));
        assertTrue(refused().contains("log.key"), this::refused);
        assertFalse(Files.exists(keys.resolve("log.key")));
        Files.move(aside, keys.resolve("log.key"));
        assertTrue(verify(null).ok());
    }
}
