package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.Test;

class EntryTest {

    @OpenCouncil
    private Council council;

    @Test
    void anEntryKeepsEveryVersion() throws Exception {
        Entry entry = council.lend(STAFF, "台帳A");
        assertEquals(1L, entry.fields().integer("number"));
        Entry approved = council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null, fields());
        assertEquals(MANAGER.person(), approved.fields().person("approvedBy"));
        Entry corrected = council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 2,
                submission("書き間違い", "lentOn", "2026-11-20", "item", "台帳B"));
        assertEquals("requested", corrected.state());
        assertTrue(!corrected.fields().has("approvedBy"));
        council.restart();
        List<Entry> versions = council.ledger().versions(STAFF, Loans.LEDGER, entry.id());
        assertEquals(List.of("台帳A", "台帳A", "台帳B"),
                versions.stream().map(e -> e.fields().text("item")).toList());
        assertTrue(council.engine.log().verify(n -> {
        }).ok());
    }

    @Test
    void aStaleVersionIsRefused() {
        Entry entry = council.lend(STAFF, "台帳A");
        council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", 1, fields());
        LedgerException refused = assertThrows(LedgerException.class, () -> council.ledger().correct(STAFF,
                Loans.LEDGER, entry.id(), 1, submission("x", "lentOn", "2026-11-20", "item", "台帳B")));
        assertEquals(Kind.STALE, refused.kind());
    }

    @Test
    void anErasedEntryHasNoContentAndTheLogStillVerifies() throws Exception {
        Entry entry = council.lend(STAFF, "台帳A");
        Entry erased = council.ledger().erase(MANAGER, Loans.LEDGER, entry.id(), new Erasure("期限", "シュレッダー", "鈴木"));
        assertEquals(Map.of(), erased.fields().values());
        assertEquals("期限", erased.erased().reason());
        council.restart();
        assertEquals("期限", council.ledger().get(STAFF, Loans.LEDGER, entry.id()).erased().reason());
        var verification = council.engine.log().verify(n -> {
        });
        assertTrue(verification.ok(), verification.finding().en());
        assertEquals(1, verification.erased());
    }

    @Test
    void aCheckNeedsEachGapExplained() {
        council.ledger().enter(STAFF, Loans.LEDGER, fields("lentOn", "2026-11-01", "item", "台帳A"));
        MonthlyCheck check = council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"));
        assertEquals(1, check.gaps().size());
        LedgerException refused = assertThrows(LedgerException.class, () -> council.engine.sheets().sign(MANAGER,
                Loans.LEDGER, SheetPeriod.parse("2026-11"), new CheckSubmission("", Map.of(), List.of())));
        assertEquals("3-5", refused.violations().get(0).clause());
        MonthlyCheck signed = council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"),
                new CheckSubmission("よし", Map.of(check.gaps().get(0).id(), "督促した"), List.of()));
        assertEquals("よし", signed.checked().remarks());
        assertEquals(1,
                council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).rows().size());
    }
}
