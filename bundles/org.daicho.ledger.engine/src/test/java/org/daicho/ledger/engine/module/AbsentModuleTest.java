package org.daicho.ledger.engine.module;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Hang;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.Improvement;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ledger whose module is absent, or fails, is read, printed, checked and verified on. */
class AbsentModuleTest {

    @OpenCouncil
    private Council council;

    @Test
    @DisplayName("3-5 the month of an absent module is checked, with one gap: to be looked up on paper")
    void checksWithoutTheModule() throws Exception {
        council.lend(STAFF, "台帳A");
        council.engine.close();
        council.open();
        council.clock.set("2026-12-01T00:00:00Z");
        assertEquals(1, council.ledger().list(STAFF, Loans.LEDGER, query()).items().size());
        assertEquals(1, sheet("2026-11").rows().size());
        assertEquals(List.of("check/2026-11"), duties());
        MonthlyCheck check = council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"));
        assertEquals(1, check.gaps().size());
        assertTrue(check.gaps().get(0).text().ja().contains("未導入 — 紙で確認"), check.gaps().get(0).text().ja());
        assertEquals("3-5", check.gaps().get(0).clause());
        assertEquals(Kind.INVALID, assertThrows(LedgerException.class, () -> sign(Map.of())).kind());
        MonthlyCheck signed = sign(Map.of(check.gaps().get(0).id(), "紙で確かめた"));
        assertEquals(sheet("2026-11").digest(), signed.checked().digest());
        assertEquals(1, duties().size());
        assertTrue(duties().get(0).startsWith("improvement/"));
        assertEquals(Kind.CONFLICT, assertThrows(LedgerException.class, () -> council.lend(STAFF, "台帳B")).kind());
        assertTrue(council.engine.log().verify(n -> {
        }).ok());
        council.engine.add(new Loans(), 0, 1);
        assertEquals(signed.checked(), sheet("2026-11").check());
        assertEquals(List.of("返却されていません。"),
                council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).gaps()
                        .stream().map(gap -> gap.text().ja()).toList());
    }

    @Test
    @DisplayName("5-5 what a failing module can't tell is a gap of its own, not nothing")
    void aFailingModuleIsAGap() {
        Neighbour broken = new Neighbour("broken").duty((from, to, view) -> {
            throw new IllegalStateException("broken");
        });
        council.engine.add(broken, 0, 9);
        council.ledger().enter(STAFF, "broken.things", fields("name", "x"));
        for (Runnable change : List.<Runnable>of(() -> {
        }, () -> broken.duty((from, to, view) -> null), () -> broken.duty((from, to, view) -> List.of(
                new Duty("k", "broken.things", "5-5", null, LocalDate.of(2026, 11, 1), null))),
                () -> broken.duty((from, to, view) -> Hang.forever(new java.util.concurrent.CountDownLatch(1))))) {
            change.run();
            council.engine.remove(broken);
            council.engine.add(broken, 0, 9);
            List<MonthlyCheck.Gap> gaps = council.engine.sheets()
                    .check(MANAGER, "broken.things", SheetPeriod.parse("2026-10")).gaps();
            assertEquals(1, gaps.size());
            assertTrue(gaps.get(0).text().ja().contains("紙で確認"), gaps.get(0).text().ja());
            List<Duty> duties = council.engine.duties().duties(MANAGER, LocalDate.of(2026, 11, 23));
            assertEquals(List.of("unknown"), duties.stream().map(Duty::key).toList());
        }
    }

    private List<String> duties() {
        return council.engine.duties().duties(MANAGER, LocalDate.of(2026, 12, 1)).stream().map(Duty::key).toList();
    }

    private MonthlyCheck sign(Map<String, String> explanations) {
        return council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"),
                new CheckSubmission("", explanations, List.of(new Improvement("媒体の章を入れる", "IT担当", null))));
    }

    private Sheet sheet(String period) {
        return council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse(period));
    }

    private static org.daicho.ledger.EntryQuery query() {
        return new org.daicho.ledger.EntryQuery(10, null, null, null, null, Map.of());
    }
}
