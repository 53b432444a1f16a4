package org.daicho.ledger.engine.verify;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.NoteVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes the database behind the ledger's back is found out, and the first leaf that does not fit is named. */
@DisplayName("0-3 integrity: the log is verifiable: what was forged is found and named")
class ForgedLogTest {

    @TempDir
    static Path keys;
    @AutoClose
    private static Council council;
    private static Entry first;
    private static Entry second;
    private static Entry erased;

    /** Leaves: 0 to 4 definitions, 5 first, 6 second, 7 first corrected, 8 third, 9 record of its erasure, 10 last. */
    @BeforeAll
    static void write() throws Exception {
        council = new Council(keys);
        first = council.lend(STAFF, "台帳A");
        second = council.lend(STAFF, "台帳B");
        council.ledger().correct(STAFF, Loans.LEDGER, first.id(), 1,
                submission("誤記", "lentOn", "2026-11-20", "item", "台帳C"));
        erased = council.lend(STAFF, "台帳D");
        council.ledger().erase(MANAGER, Loans.LEDGER, erased.id(), new Erasure("期限", "裁断", "鈴木"));
        assertEquals(10, council.lend(STAFF, "台帳E").leafIndex());
        council.assertVerifies();
        council.keep();
    }

    @AfterEach
    void putBack() throws Exception {
        council.putBack();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "DELETE FROM ledger_leaf WHERE leaf_index = 10 | last | Leaf 10 ",
            "DELETE FROM ledger_leaf WHERE leaf_index = 6 | middle | Leaf 6 ",
            "DELETE FROM ledger_leaf WHERE leaf_index >= 7 | truncated | Leaf 7 ",
            "DELETE FROM ledger_version WHERE leaf_index = 6 | version | leaf 6 ",
            "DELETE FROM ledger_version WHERE leaf_index = 10 | last version | leaf 10 ",
            "DELETE FROM ledger_node WHERE node_level = 0 AND node_index = 6 | hash | leaf 6 ",
            "DELETE FROM ledger_entry WHERE first_leaf = 6 | entry | leaf 6 ",
            "DELETE FROM ledger_definition WHERE leaf_index = 2 | definition | leaf 2 ",
            "UPDATE ledger_version SET state_name = 'approved' WHERE leaf_index = 6 | state | Leaf 6 ",
            "UPDATE ledger_version SET period_day = DATE('2026-10-31') WHERE leaf_index = 6 | day | Leaf 6 ",
            "UPDATE ledger_version SET written_at = written_at + 1 WHERE leaf_index = 6 | written | Leaf 6 ",
            "UPDATE ledger_version SET version_no = 3 WHERE leaf_index = 7 | version number | Leaf 7 ",
            "UPDATE ledger_version SET ledger = 'test.other' WHERE leaf_index = 6 | ledger | Leaf 6 ",
            "UPDATE ledger_version SET definition = (SELECT digest FROM ledger_definition WHERE leaf_index = 1)"
                    + " WHERE leaf_index = 6 | definition | Leaf 6 ",
            "UPDATE ledger_version SET content = NULL WHERE leaf_index = 6 | content | Leaf 6 ",
            "UPDATE ledger_definition SET revision = 2 WHERE leaf_index = 3 | revision | Leaf 3, the definition ",
            "UPDATE ledger_definition SET ledger = 'test.other' WHERE leaf_index = 3 | its ledger | Leaf 3, ",
            "UPDATE ledger_definition SET leaf_index = 6 WHERE leaf_index = 3 | its leaf | leaf 3 ",
            "UPDATE ledger_setting SET content = 'x' WHERE name = 'nothing' | nothing |",
    })
    void aForgedRowIsNamed(String sql, String what, String finding) throws Exception {
        int rows = council.sql(sql);
        if (finding == null) {
            assertTrue(council.verify().ok(), "the test itself finds fault with what is right");
            return;
        }
        assertTrue(rows > 0, sql);
        assertFinds(finding);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"state_name = 'approved'", "period_day = DATE('2026-10-31')", "last_leaf = 8", "first_leaf = 3",
            "version_no = 2", "ledger = 'test.other'"})
    @DisplayName("An entry hidden from lists, months or its ledger is named")
    void aForgedPlaceOfAnEntryIsNamed(String set) throws Exception {
        assertEquals(1, council.sql("UPDATE ledger_entry SET " + set + " WHERE entry = ?", second.id()));
        assertFinds(second.id());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "ledger_version | content | leaf_index = 6 | Leaf 6 ",
            "ledger_leaf | leaf | leaf_index = 6 | Leaf 6 ",
            "ledger_leaf | leaf | leaf_index = 8 | leaf 8 ",
            "ledger_leaf | leaf | leaf_index = 3 | Leaf 3, the definition ",
            "ledger_node | hash | node_level = 0 AND node_index = 6 | leaf 6 ",
            "ledger_definition | content | leaf_index = 3 | Leaf 3, the definition ",
            "ledger_version | content | leaf_index = 9 | Leaf 9 "})
    void oneChangedByteIsNamed(String table, String column, String where, String finding) throws Exception {
        byte[] bytes = (byte[]) council.query("SELECT " + column + " FROM " + table + " WHERE " + where).get(0);
        bytes[bytes.length - 1] ^= 1;
        council.sql("UPDATE " + table + " SET " + column + " = ? WHERE " + where, bytes);
        assertFinds(finding);
    }

    @Test
    void swappedLeavesAreNamed() throws Exception {
        swap("ledger_leaf", "leaf_index");
        assertFinds("Leaf 5 ");
        swap("ledger_version", "leaf_index");
        assertFinds("5 ");
    }

    @Test
    @DisplayName("Two entries that changed places in every table at once are found by the root")
    void consistentlySwappedEntriesAreFound() throws Exception {
        // The two first versions, so that each entry for itself is as it was.
        for (String table : new String[]{"ledger_leaf", "ledger_version"}) {
            swap(table, "leaf_index");
        }
        council.sql("UPDATE ledger_node SET node_index = -1 WHERE node_level = 0 AND node_index = 5");
        council.sql("UPDATE ledger_node SET node_index = 5 WHERE node_level = 0 AND node_index = 6");
        council.sql("UPDATE ledger_node SET node_index = 6 WHERE node_level = 0 AND node_index = -1");
        council.sql("UPDATE ledger_entry SET first_leaf = -1 WHERE first_leaf = 5");
        council.sql("UPDATE ledger_entry SET first_leaf = 5, last_leaf = 5 WHERE first_leaf = 6");
        council.sql("UPDATE ledger_entry SET first_leaf = 6 WHERE first_leaf = -1");
        assertFinds("The root of the whole log");
    }

    private void swap(String table, String column) throws Exception {
        council.sql("UPDATE " + table + " SET " + column + " = -1 WHERE " + column + " = 5");
        council.sql("UPDATE " + table + " SET " + column + " = 5 WHERE " + column + " = 6");
        council.sql("UPDATE " + table + " SET " + column + " = 6 WHERE " + column + " = -1");
    }

    @Test
    void rowsBeyondTheSignedTreeAreFound() throws Exception {
        council.sql("INSERT INTO ledger_leaf SELECT 11, leaf FROM ledger_leaf WHERE leaf_index = 10");
        assertFinds("signs 11 leaves, but 12");
        council.sql("DELETE FROM ledger_leaf WHERE leaf_index = 11");
        council.sql("INSERT INTO ledger_node SELECT 0, 11, hash FROM ledger_node WHERE node_index = 10");
        assertFinds("number 11");
        council.sql("DELETE FROM ledger_node WHERE node_index = 11");
        council.sql("INSERT INTO ledger_version SELECT 11, entry, ledger, 2, state_name, period_day, written_at,"
                + " definition, content FROM ledger_version WHERE leaf_index = 10");
        assertFinds("signs 11 leaves, but 12");
    }

    @Test
    @DisplayName("8-2(7): an erasure needs its record: a mark or a missing key is none")
    void aPretendedErasureIsFound() throws Exception {
        council.sql("UPDATE ledger_version SET content = NULL WHERE entry = ?", second.id());
        council.sql("UPDATE ledger_entry SET erasure = ? WHERE entry = ?", first.id(), second.id());
        assertFinds("no record of its erasure says so");
        String record = (String) council.query("SELECT erasure FROM ledger_entry WHERE first_leaf = 8").get(0);
        council.sql("UPDATE ledger_entry SET erasure = ? WHERE entry = ?", record, second.id());
        assertFinds("no record of its erasure says so");
        council.engine.close();
        council.open(new Loans());
        council.sql("UPDATE ledger_entry SET erasure = NULL WHERE entry = ?", second.id());
        // The start before did not take the forged mark for a reason to destroy the key: only the ciphertext lacks.
        assertFinds("Leaf 6 is not what was written");
    }

    @Test
    @DisplayName("8-2(7): an erased entry that came back, or whose mark was removed, is found")
    void aRevivedEntryIsFound() throws Exception {
        council.sql("UPDATE ledger_version SET content = (SELECT content FROM ledger_version WHERE leaf_index = 5)"
                + " WHERE leaf_index = 8");
        assertFinds(erased.id());
        council.sql("UPDATE ledger_version SET content = NULL WHERE leaf_index = 8");
        council.sql("UPDATE ledger_entry SET erasure = NULL WHERE first_leaf = 8");
        assertFinds("Key or definition of leaf 8 is missing");
    }

    @Test
    void aCheckpointThatThisLogsKeyDidNotSignIsFound() throws Exception {
        String note = council.engine.log().checkpoint();
        Checkpoint checkpoint = Checkpoint.open(note, NoteVerifier.parse(council.engine.log().verifierKey()));
        byte[] seed = new byte[32];
        String other = checkpoint.sign(NoteSigner.fromSeed(checkpoint.origin(), seed));
        String elsewhere = new Checkpoint("daicho/other/00000000", 11, checkpoint.root())
                .sign(NoteSigner.fromSeed("daicho/other/00000000", seed));
        String[] forged = {other, elsewhere, note.replaceFirst("\n11\n", "\n10\n"), "", "x"};
        for (String each : forged) {
            council.sql("UPDATE ledger_checkpoint SET note = ?", each);
            assertFinds("The checkpoint was not signed with this log's key");
        }
        council.sql("DELETE FROM ledger_checkpoint");
        assertFinds("The signed checkpoint is missing");
    }

    private void assertFinds(String finding) {
        Verification found = council.verify();
        assertFalse(found.ok(), "not found out");
        assertNull(found.root());
        String text = found.finding().en();
        assertTrue(text.contains(finding), () -> "expected '" + finding + "' in: " + text);
    }
}
