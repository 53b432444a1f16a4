package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Disk;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("8-2(7), 3-4: erasure")
class ErasureTest {

    private static final Erasure ERASURE = new Erasure("保存期間の満了", "裁断", "鈴木");
    private static final String MARKER = "消すべき目印XYZZY";

    @TempDir
    Path folder;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = Council.onDisk(folder);
        council.open(new Loans());
    }

    private Entry erase(String id) {
        return council.ledger().erase(MANAGER, Loans.LEDGER, id, ERASURE);
    }

    @Test
    void nothingOfTheContentIsLeftInAnyFile() throws Exception {
        Entry entry = council.lend(STAFF, MARKER);
        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 1,
                submission(MARKER, "lentOn", "2026-11-20", "item", "別", "note", MARKER));
        byte[] master = Files.readAllBytes(folder.resolve("keys/master.1.key"));
        long terms = terms();
        assertTrue(terms > 0);
        erase(entry.id());
        assertEquals(List.of(0), council.query("SELECT COUNT(*) FROM ledger_term WHERE first_leaf = 4"));
        assertEquals(List.of(2), council.query("SELECT COUNT(*) FROM ledger_version WHERE content IS NULL"));
        council.close();
        assertEquals(List.of(), Disk.holding(folder, MARKER));
        assertEquals(List.of(), Disk.holding(folder, master));
        council.open(new Loans());
        for (Entry version : council.ledger().versions(STAFF, Loans.LEDGER, entry.id())) {
            assertEquals(Map.of(), version.fields().values());
            assertEquals("保存期間の満了", version.erased().reason());
            assertEquals(MANAGER.person(), version.erased().by());
            assertNull(version.reason());
            assertNull(version.by());
        }
        assertEquals(List.of(), council.ledger().list(STAFF, Loans.LEDGER,
                new EntryQuery(10, null, null, null, "XYZZY", Map.of())).items());
        assertEquals(Map.of(), council.engine.log().proof(STAFF, Loans.LEDGER, entry.id(), 1).openings());
        council.assertVerifies();
    }

    private int terms() throws Exception {
        return (Integer) council.query("SELECT COUNT(*) FROM ledger_term").get(0);
    }

    @Test
    @DisplayName("Search terms go by the definition that the entry was written under")
    void termsOfAnEarlierDefinitionGo() throws Exception {
        String old = TestModule.definition("test.terms", 1, TestModule.column("text", "text", ""));
        String now = TestModule.definition("test.terms", 2,
                TestModule.column("text", "text", ", \"searchable\": false, \"retired\": true"));
        council.restart(new TestModule(old));
        int before = terms();
        Entry erased = council.ledger().enter(STAFF, "test.terms", Council.fields("text", "目印"));
        Entry corrected = council.ledger().enter(STAFF, "test.terms", Council.fields("text", "目印"));
        council.restart(new TestModule(now));
        council.ledger().erase(MANAGER, "test.terms", erased.id(), ERASURE);
        council.ledger().correct(STAFF, "test.terms", corrected.id(), 1, submission("不要", "text", null));
        // What is left is that of the record of the erasure.
        assertEquals(List.of(0), council.query("SELECT COUNT(*) FROM ledger_term WHERE first_leaf IN ("
                + erased.leafIndex() + "," + corrected.leafIndex() + ")"));
        assertTrue(terms() > before);
    }

    @Test
    void anErasedEntryRefusesEverythingElse() {
        Entry entry = council.lend(STAFF, "物");
        Entry erased = erase(entry.id());
        assertNotNull(erased.erased());
        refused(Kind.CONFLICT, () -> erase(entry.id()));
        refused(Kind.CONFLICT, () -> council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 1,
                submission("x", "lentOn", "2026-11-20", "item", "別")));
        refused(Kind.CONFLICT, () -> council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null,
                Council.fields()));
    }

    @Test
    @DisplayName("An erasure needs reason, method and witness, and no My Number in them")
    void anErasureIsSubstantiated() {
        Entry entry = council.lend(STAFF, "物");
        LedgerException bare = refused(Kind.INVALID,
                () -> council.ledger().erase(MANAGER, Loans.LEDGER, entry.id(), new Erasure(null, " ", "")));
        assertEquals(List.of("reason", "method", "witness"), bare.violations().stream().map(v -> v.field()).toList());
        refused(Kind.INVALID, () -> council.ledger().erase(MANAGER, Loans.LEDGER, entry.id(),
                new Erasure("123456789018", "裁断", "鈴木")));
        refused(Kind.INVALID, () -> council.ledger().erase(MANAGER, Loans.LEDGER, entry.id(),
                new Erasure("期".repeat(1001), "裁断", "鈴木")));
        refused(Kind.FORBIDDEN, () -> council.ledger().erase(STAFF, Loans.LEDGER, entry.id(), ERASURE));
        assertNull(council.ledger().get(STAFF, Loans.LEDGER, entry.id()).erased());
    }

    @Test
    @DisplayName("Sheets and checks go on with an erased entry on them")
    void sheetsAndChecksStillWork() {
        Entry entry = council.lend(STAFF, "物");
        council.lend(STAFF, "他");
        erase(entry.id());
        var check = council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"),
                new CheckSubmission("よし", Map.of(), List.of()));
        assertEquals("よし", check.checked().remarks());
        Entry after = council.list(STAFF, Loans.LEDGER).get(1);
        erase(after.id());
        var sheet = council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"));
        assertEquals(2, sheet.rows().size());
        assertTrue(sheet.rows().stream().allMatch(row -> row.entry().fields().values().isEmpty()));
        council.assertVerifies();
    }

    @Test
    @DisplayName("Cut off between its record and the key, an erasure is completed by the next start")
    void theNextStartCompletesAnErasure() throws Exception {
        Entry entry = council.lend(STAFF, MARKER);
        council.lend(STAFF, "他");
        byte[] key;
        try (KeyFolder keys = closedKeys()) {
            key = keys.entries().find(entry.id()).orElseThrow();
        }
        council.open(new Loans());
        erase(entry.id());
        // As a crash before the destruction would have left it: the key is still there.
        try (KeyFolder keys = closedKeys()) {
            keys.entries().add(Map.of(entry.id(), key));
        }
        council.open(new Loans());
        council.engine.close();
        try (KeyFolder keys = new KeyFolder(folder.resolve("keys"), true)) {
            assertTrue(keys.entries().find(entry.id()).isEmpty());
        }
        council.open(new Loans());
        assertNotNull(council.ledger().get(STAFF, Loans.LEDGER, entry.id()).erased());
        council.assertVerifies();
    }

    private KeyFolder closedKeys() throws Exception {
        council.engine.close();
        return new KeyFolder(folder.resolve("keys"), true);
    }

    /** An erasure whose key can't be destroyed at first says so, and is completed without anybody's doing. */
    @Test
    void aKeyThatCanNotBeDestroyedIsTriedAgain() throws Exception {
        Entry entry = council.lend(STAFF, "物");
        Path inTheWay = Files.createDirectories(folder.resolve("keys/entry-keys.2/x")).getParent();
        LedgerException told = refused(Kind.UNAVAILABLE, () -> erase(entry.id()));
        assertTrue(told.text().en().contains("tried again by itself"), told.text().en());
        assertNotNull(council.ledger().get(STAFF, Loans.LEDGER, entry.id()).erased());
        Disk.delete(inTheWay);
        council.restart();
        council.assertVerifies();
        assertTrue(Files.exists(folder.resolve("keys/entry-keys.2")));
    }

    @Test
    void anErasureUnderConcurrentCorrectionsIsWhole() throws Exception {
        Entry entry = council.lend(STAFF, MARKER);
        AtOnce.run(6, i -> () -> {
            for (int n = 0; n < 10; n++) {
                try {
                    if (i == 0 && n == 2) {
                        erase(entry.id());
                    } else if (i > 0) {
                        Entry now = council.ledger().get(STAFF, Loans.LEDGER, entry.id());
                        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), now.version(), submission("訂正",
                                "lentOn", "2026-11-20", "item", MARKER + i));
                    }
                } catch (LedgerException e) {
                    assertTrue(e.kind() == Kind.CONFLICT || e.kind() == Kind.STALE, e.getMessage());
                    if (i == 0) {
                        n--;
                    }
                }
            }
            return 0;
        });
        assertTrue(council.ledger().versions(STAFF, Loans.LEDGER, entry.id()).stream()
                .allMatch(version -> version.fields().values().isEmpty() && version.erased() != null));
        assertEquals(List.of(0), council.query("SELECT COUNT(*) FROM ledger_version WHERE content IS NOT NULL"
                + " AND entry = '" + entry.id() + "'"));
        council.assertVerifies();
    }
}
