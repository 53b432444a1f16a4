package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.DEPUTY;
import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.Improvement;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.OpenImprovement;
import org.daicho.ledger.value.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a check asks to be improved is due until it is done (3-5, 5-5, 8-3). */
class ImprovementsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

    @OpenCouncil
    private Council council;
    private MonthlyCheck signed;

    @BeforeEach
    void open() throws Exception {
        signed = sign("2026-10", new Improvement("書庫に施錠する", "sato", DUE), new Improvement("掲示する", "総務", null));
    }

    @Test
    @DisplayName("3-5 an improvement is a duty with who and due, shown on the next checks, until it is marked as done")
    void isDueUntilDone() throws Exception {
        council.restart();
        List<Duty> duties = duties();
        assertEquals(List.of(DUE, LocalDate.of(2026, 12, 31)), duties.stream().map(Duty::due).toList());
        assertEquals(STAFF.person(), duties.get(0).who());
        assertNull(duties.get(1).who());
        assertTrue(duties.get(0).title().ja().contains("書庫に施錠する") && duties.get(0).title().ja().contains("佐藤"));
        assertEquals("3-5", duties.get(0).clause());
        OpenImprovement open = check("2026-11").open().get(0);
        assertEquals(
                new OpenImprovement(signed.open().get(0).id(), SheetPeriod.parse("2026-10"), "書庫に施錠する", "sato", DUE),
                open);
        MonthlyCheck done = complete(DEPUTY, open.id(), "鍵を替えた");
        assertEquals(List.of("掲示する"), done.open().stream().map(OpenImprovement::text).toList());
        assertEquals(signed.checked(), done.checked());
        council.restart();
        assertEquals(1, duties().size());
        assertEquals(1, check("2026-11").open().size());
    }

    @Test
    @DisplayName("3-5 an improvement that is overdue is a gap of the month in which it was due")
    void isAGapOnceOverdue() {
        council.clock.set("2027-01-05T00:00:00Z");
        List<MonthlyCheck.Gap> gaps = check("2026-12").gaps();
        assertEquals(2, gaps.size());
        LedgerException refused = assertThrows(LedgerException.class, () -> sign("2026-12"));
        assertEquals(2, refused.violations().size());
        complete(MANAGER, signed.open().get(0).id(), "鍵を替えた");
        complete(MANAGER, signed.open().get(1).id(), "貼った");
        assertEquals(List.of(), check("2026-12").gaps());
    }

    @Test
    @DisplayName("3-5 only who may sign marks it as done, once, and says what was done")
    void whoMarksIt() {
        String id = signed.open().get(0).id();
        assertEquals(Kind.FORBIDDEN, refused(() -> complete(STAFF, id, "鍵を替えた")));
        assertEquals(Kind.INVALID, refused(() -> complete(MANAGER, id, " ")));
        assertEquals(Kind.INVALID, refused(() -> complete(MANAGER, id, null)));
        assertEquals(Kind.NOT_FOUND, refused(() -> complete(MANAGER, "x.1", "鍵を替えた")));
        assertEquals(Kind.NOT_FOUND,
                refused(() -> council.engine.sheets().complete(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-09"),
                        id, "鍵を替えた")));
        complete(MANAGER, id, "鍵を替えた");
        assertEquals(Kind.CONFLICT, refused(() -> complete(MANAGER, id, "鍵を替えた")));
    }

    @Test
    @DisplayName("3-5 of two who mark it as done at once, one does")
    void oneMarksIt() throws Exception {
        String id = signed.open().get(0).id();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> mark = () -> {
                try {
                    complete(MANAGER, id, "鍵を替えた");
                    return true;
                } catch (LedgerException e) {
                    assertEquals(Kind.CONFLICT, e.kind());
                    return false;
                }
            };
            int done = 0;
            for (Future<Boolean> future : threads.invokeAll(java.util.Collections.nCopies(8, mark))) {
                done += future.get() ? 1 : 0;
            }
            assertEquals(1, done);
        } finally {
            threads.shutdown();
        }
    }

    private List<Duty> duties() {
        return council.engine.duties().duties(MANAGER, LocalDate.of(2026, 11, 23)).stream()
                .filter(duty -> duty.key().startsWith("improvement/")).toList();
    }

    private MonthlyCheck check(String period) {
        return council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse(period));
    }

    private MonthlyCheck sign(String period, Improvement... improvements) {
        return council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse(period),
                new CheckSubmission("", Map.of(), List.of(improvements)));
    }

    private MonthlyCheck complete(Caller caller, String id, String result) {
        return council.engine.sheets().complete(caller, Loans.LEDGER, SheetPeriod.parse("2026-10"), id, result);
    }

    private static Kind refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(LedgerException.class, call).kind();
    }
}
