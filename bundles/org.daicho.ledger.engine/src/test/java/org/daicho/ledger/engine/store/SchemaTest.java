package org.daicho.ledger.engine.store;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path keys;

    @Test
    void aNewerSchemaIsRefusedWithWhatToDo() throws Exception {
        try (Council council = new Council(keys)) {
            council.sql("UPDATE daicho_schema SET version_no = ?", Schema.VERSION + 1);
            council.engine.close();
            IllegalStateException refusal = assertThrows(IllegalStateException.class,
                    () -> council.open(new Loans()));
            assertTrue(refusal.getMessage().contains("新しいプログラムで起動してください"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("start a newer program"), refusal.getMessage());
            council.sql("UPDATE daicho_schema SET version_no = ?", Schema.VERSION);
            council.open(new Loans());
        }
    }

    @Test
    void stepsRunOnce() throws Exception {
        try (Council council = new Council(keys)) {
            council.lend(STAFF, "物");
            Schema.migrate(council.source);
            Schema.migrate(council.source);
            assertEquals(List.of(Schema.VERSION), council.query("SELECT version_no FROM daicho_schema"));
            assertEquals(1, council.list(STAFF, Loans.LEDGER).size());
        }
    }

    @Test
    void anotherPartOfTheSystemMayHaveComeFirst() throws Exception {
        Council council = Council.closed(keys);
        council.sql("CREATE TABLE daicho_schema (component VARCHAR(40) NOT NULL PRIMARY KEY,"
                + " version_no INTEGER NOT NULL)");
        council.sql("INSERT INTO daicho_schema VALUES ('other', 7)");
        council.open(new Loans());
        council.restart();
        council.lend(STAFF, "物");
        assertEquals(List.of(Schema.VERSION, 7),
                council.query("SELECT version_no FROM daicho_schema ORDER BY version_no"));
        council.close();
    }

    @Test
    void aFirstStartThatWasCutOffGoesOn() throws Exception {
        try (Council council = new Council(keys)) {
            council.engine.close();
            // Between the two settings of the first start.
            for (String table : List.of("leaf", "node", "definition", "checkpoint")) {
                council.sql("DELETE FROM ledger_" + table);
            }
            council.sql("DELETE FROM ledger_setting WHERE name = 'origin'");
            java.nio.file.Files.delete(keys.resolve("checkpoint"));
            council.open(new Loans());
            council.lend(STAFF, "物");
            council.assertVerifies();
        }
    }
}
