package org.daicho.ledger.engine;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.operation.LedgerFigures;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = new Council(keys);
    }

    private long refused(Kind kind) {
        return council.engine.status().figures().refusals().get(kind);
    }

    @Test
    void whatIsWrittenAndRefusedIsCounted() throws Exception {
        Entry entry = council.lend(STAFF, "台帳A");
        council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null, fields());
        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 2,
                submission("書き間違い", "lentOn", "2026-11-20", "item", "台帳B"));
        assertThrows(LedgerException.class, () -> council.ledger().enter(STAFF, Loans.LEDGER, fields("item", "")));
        assertThrows(LedgerException.class, () -> council.ledger().ledger(STAFF, "no.such"));
        LedgerFigures figures = council.engine.status().figures();
        assertEquals(1, figures.writes().get("enter"));
        assertEquals(1, figures.writes().get("act"));
        assertEquals(1, figures.writes().get("correct"));
        assertEquals(0, figures.writes().get("erase"));
        assertEquals(1, refused(Kind.INVALID));
        assertEquals(1, refused(Kind.NOT_FOUND));
        assertEquals(0, refused(Kind.FORBIDDEN));
        assertThrows(LedgerException.class,
                () -> council.ledger().act(MEMBER, Loans.LEDGER, entry.id(), "approve", null, fields()));
        assertEquals(1, refused(Kind.FORBIDDEN));
    }

    @Test
    void theWritersBatchesAndTheRulesTimesAreSpread() throws Exception {
        long before = council.engine.status().figures().batches().counts().stream().mapToLong(n -> n).sum();
        council.lend(STAFF, "台帳A");
        council.lend(STAFF, "台帳B");
        LedgerFigures figures = council.engine.status().figures();
        assertEquals(before + 2, figures.batches().counts().stream().mapToLong(n -> n).sum());
        assertEquals(2, figures.rules().get("test").counts().stream().mapToLong(n -> n).sum());
        assertTrue(figures.rules().get("test").sum() > 0);
        assertEquals(figures.batches().bounds().size() + 1, figures.batches().counts().size());
    }

    @Test
    void theStateFollowsTheLogAndTheCheckpointBesideTheKeys() throws Exception {
        council.lend(STAFF, "台帳A");
        LedgerStatus status = council.engine.status();
        LedgerState state = status.state();
        assertTrue(state.answers());
        assertTrue(state.writing());
        assertEquals(0, state.queued());
        assertTrue(state.treeSize() > 0);
        assertTrue(state.keptSize() <= state.treeSize());
        assertEquals(1, status.entries().get(Loans.LEDGER));
        council.restart();
        LedgerState again = council.engine.status().state();
        assertEquals(again.treeSize(), again.keptSize(), "closing keeps the checkpoint");
    }

    @Test
    void aClosedLedgerNoLongerWrites() throws Exception {
        LedgerStatus status = council.engine.status();
        council.engine.close();
        assertFalse(status.state().writing());
        council.open(new Loans());
    }

    @Test
    void aKeptCheckpointThatIsGoneIsSaid() throws Exception {
        council.lend(STAFF, "台帳A");
        council.restart();
        LedgerStatus status = council.engine.status();
        assertTrue(status.state().keptSize() > 0);
        try (var files = Files.list(keys)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("checkpoint")).toList()) {
                Files.delete(file);
            }
        }
        assertEquals(-1, status.state().keptSize());
    }
}
