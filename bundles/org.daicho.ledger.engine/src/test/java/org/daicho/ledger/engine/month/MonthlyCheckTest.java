package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.DEPUTY;
import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OPERATOR;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The monthly check: who signs it, what it fixes, and where later changes show (3-5, 5-5, 8-3, 1-3). */
class MonthlyCheckTest {

    private static final CheckSubmission WELL = new CheckSubmission("よし", Map.of(), List.of());

    @OpenCouncil
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council.clock.set("2026-12-01T00:00:00Z");
    }

    @Test
    @DisplayName("3-5 the manager, and a deputy inside the dates and the scope of the instruction, sign; nobody else")
    void whoMaySign() {
        council.clock.set("2026-11-23T00:00:00Z");
        Caller elsewhere = deputy(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), Set.of("eye", "test.others"));
        Caller ended = deputy(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 11, 22), Set.of());
        Caller early = deputy(LocalDate.of(2026, 11, 24), null, Set.of("test.loans"));
        for (Caller caller : List.of(STAFF, MEMBER, OPERATOR, elsewhere, ended, early)) {
            assertEquals(Kind.FORBIDDEN, refused(() -> sign(caller, "2026-10", WELL)).kind(), caller.account());
        }
        assertEquals(Role.DEPUTY, sign(DEPUTY, "2026-10", WELL).checked().as());
        assertEquals(Role.MANAGER, sign(MANAGER, "2026-09", WELL).checked().as());
        Caller both = new Caller("both", MANAGER.person(), List.of(new RoleGrant(Role.STAFF, null, null, Set.of()),
                new RoleGrant(Role.MANAGER, null, null, Set.of())), null, null);
        assertEquals(Role.MANAGER, sign(both, "2026-08", WELL).checked().as());
    }

    @Test
    @DisplayName("3-5 who reads the whole ledger sees the check; who reads only their own entries does not")
    void whoMaySee() {
        assertEquals("2026-11",
                council.engine.sheets().check(STAFF, Loans.LEDGER, SheetPeriod.parse("2026-11")).period().toString());
        assertEquals(Kind.FORBIDDEN,
                refused(() -> council.engine.sheets().check(MEMBER, Loans.LEDGER, SheetPeriod.parse("2026-11")))
                        .kind());
        council.ledger().enter(MEMBER, Loans.LEDGER, fields("lentOn", "2026-11-28", "item", "台帳A"));
        sign(MANAGER, "2026-11", WELL);
        assertNull(sheet(MEMBER, "2026-11").check());
        assertEquals(1, sheet(MEMBER, "2026-11").rows().size());
        assertEquals(sheet(MANAGER, "2026-11").digest(), sheet(MEMBER, "2026-11").digest());
    }

    @Test
    @DisplayName("3-5 the checked sheet stays as it was checked; what was corrected since stands under 繰越 and points back")
    void theCheckedSheetStays() throws Exception {
        Entry entry = lend("2026-11-28", "台帳A");
        String before = sheet(MANAGER, "2026-11").digest();
        MonthlyCheck signed = sign(MANAGER, "2026-11", WELL);
        assertEquals(before, signed.checked().digest());
        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 1,
                submission("書き間違い", "lentOn", "2026-11-28", "item", "台帳B"));
        Sheet november = sheet(MANAGER, "2026-11");
        assertEquals(List.of("台帳A"), items(november.rows()));
        assertEquals(before, november.digest());
        assertEquals(signed.checked(), november.check());
        assertEquals(List.of(), november.carriedOver());
        Sheet december = sheet(MANAGER, "2026-12");
        assertEquals(List.of(), december.rows());
        assertEquals(List.of("台帳B"), items(december.carriedOver()));
        assertEquals(LocalDate.of(2026, 11, 28), december.carriedOver().get(0).entry().day());
        assertEquals(List.of("台帳A"), december.carriedOver().get(0).struck().stream()
                .map(e -> e.fields().text("item")).toList());
        council.restart();
        assertEquals(november, sheet(MANAGER, "2026-11"));
        assertEquals(december, sheet(MANAGER, "2026-12"));
    }

    @Test
    @DisplayName("3-5 each month's 繰越 has what changed in it, as it stood at that month's end")
    void carriesOverMonthByMonth() {
        Entry entry = lend("2026-11-28", "台帳A");
        sign(MANAGER, "2026-11", WELL);
        council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null, fields());
        council.clock.set("2027-01-10T00:00:00Z");
        council.ledger().act(STAFF, Loans.LEDGER, entry.id(), "return", null, fields());
        assertEquals(List.of("approved"), states(sheet(MANAGER, "2026-12").carriedOver()));
        assertEquals(List.of("returned"), states(sheet(MANAGER, "2027-01").carriedOver()));
        assertEquals(List.of("requested"), states(sheet(MANAGER, "2026-11").rows()));
    }

    @Test
    @DisplayName("3-4 what is erased after the check shows as erased on the checked sheet, and the month's changes tell of it")
    void theErasedShowsAsErased() {
        Entry entry = lend("2026-11-28", "台帳A");
        MonthlyCheck signed = sign(MANAGER, "2026-11", WELL);
        council.ledger().erase(MANAGER, Loans.LEDGER, entry.id(), new Erasure("期限", "シュレッダー", "鈴木"));
        Sheet november = sheet(MANAGER, "2026-11");
        assertEquals("期限", november.rows().get(0).entry().erased().reason());
        assertEquals(Map.of(), november.rows().get(0).entry().fields().values());
        assertEquals(signed.checked().digest(), november.digest());
        Sheet.Change change = sheet(MANAGER, "2026-12").changes().get(0);
        assertTrue(change.text().ja().contains("シュレッダー"), change.text().ja());
        assertEquals(List.of(), november.changes());
    }

    @Test
    @DisplayName("3-5 signing again needs a change, and leaves the first signature and its sheet")
    void signsAgainOnlyAfterAChange() {
        Entry entry = lend("2026-11-28", "台帳A");
        MonthlyCheck first = sign(MANAGER, "2026-11", WELL);
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11", WELL)).kind());
        council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null, fields());
        MonthlyCheck second = sign(MANAGER, "2026-11", new CheckSubmission("二度目", Map.of(), List.of()));
        assertEquals("二度目", second.checked().remarks());
        assertEquals("二度目",
                council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).checked().remarks());
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11", WELL)).kind());
        assertEquals(first.checked(), sheet(MANAGER, "2026-11").check());
        assertEquals(List.of("requested"), states(sheet(MANAGER, "2026-11").rows()));
        assertEquals(List.of("approved"), states(sheet(MANAGER, "2026-12").carriedOver()));
        assertEquals(2, council.ledger().list(MANAGER, "log.checks",
                new org.daicho.ledger.EntryQuery(10, null, null, null, null, Map.of())).items().size());
    }

    @Test
    @DisplayName("3-5 a gap that came up since the signature can be explained in another one")
    void signsAgainForANewGap() {
        lend("2026-11-23", "台帳A");
        council.clock.set("2026-11-29T00:00:00Z");
        sign(MANAGER, "2026-11", WELL);
        council.clock.set("2026-12-01T00:00:00Z");
        MonthlyCheck check = council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"));
        assertEquals(1, check.gaps().size());
        assertEquals(Kind.INVALID, refused(() -> sign(MANAGER, "2026-11", WELL)).kind());
        CheckSubmission explained = new CheckSubmission("", Map.of(check.gaps().get(0).id(), "督促した"), List.of());
        assertNotNull(sign(MANAGER, "2026-11", explained).checked());
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11", explained)).kind());
    }

    @Test
    @DisplayName("3-5 a month may be signed before its end, with what is due up to yesterday, but is due until signed after it")
    void theCurrentMonth() {
        council.clock.set("2026-11-25T00:00:00Z");
        lend("2026-11-18", "台帳A");
        assertEquals(List.of(),
                council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).gaps());
        sign(MANAGER, "2026-11", WELL);
        lend("2026-11-25", "台帳B");
        assertEquals(List.of("台帳A"), items(sheet(MANAGER, "2026-11").rows()));
        assertEquals(List.of("台帳B"), items(sheet(MANAGER, "2026-11").carriedOver()));
        council.clock.set("2026-11-26T00:00:00Z");
        String gap = council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).gaps().get(0)
                .id();
        LedgerException future = refused(() -> sign(MANAGER, "2026-12", WELL));
        assertEquals("3-5", future.violations().get(0).clause());
        council.clock.set("2026-12-01T00:00:00Z");
        assertEquals(List.of("check/2026-11"), checksDue());
        sign(MANAGER, "2026-11", new CheckSubmission("", Map.of(gap, "督促した"), List.of()));
        assertEquals(List.of(), checksDue());
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11",
                new CheckSubmission("", Map.of(gap, "督促した"), List.of()))).kind());
    }

    @Test
    @DisplayName("3-5 an unchanged month that was signed before its end is signed once more after it")
    void finishesAnUnchangedMonth() {
        council.clock.set("2026-11-25T00:00:00Z");
        sign(MANAGER, "2026-11", WELL);
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11", WELL)).kind());
        council.clock.set("2026-12-01T00:00:00Z");
        sign(MANAGER, "2026-11", WELL);
        assertEquals(Kind.CONFLICT, refused(() -> sign(MANAGER, "2026-11", WELL)).kind());
    }

    @Test
    @DisplayName("3-5 a month without entries is checked too")
    void checksAnEmptyMonth() {
        assertNotNull(sign(MANAGER, "2026-10", WELL).checked());
        assertEquals(List.of(), sheet(MANAGER, "2026-10").rows());
        assertNotNull(sheet(MANAGER, "2026-10").check());
    }

    @Test
    @DisplayName("3-5 a new entry of a month that is over and checked needs a reason, and stands under 繰越")
    void closesTheCheckedMonthToOrdinaryEntry() {
        lend("2026-10-20", "台帳A");
        sign(MANAGER, "2026-11", WELL);
        LedgerException refused = refused(() -> lend("2026-11-28", "台帳B"));
        assertEquals("checked-month", refused.violations().get(0).confirm());
        assertEquals("3-5", refused.violations().get(0).clause());
        assertEquals("lentOn", refused.violations().get(0).field());
        council.ledger().enter(STAFF, Loans.LEDGER, new Submission(Map.of("lentOn", "2026-11-28", "item", "台帳B"),
                null, Map.of("checked-month", "控えが後から見つかった"), null));
        lend("2026-10-29", "台帳C");
        assertEquals(List.of(), sheet(MANAGER, "2026-11").rows());
        Sheet december = sheet(MANAGER, "2026-12");
        assertEquals(List.of("台帳B"), items(december.carriedOver()));
        Sheet.Change change = december.changes().get(0);
        assertEquals(Map.of("checked-month", "控えが後から見つかった"), change.entry().confirmations());
        assertTrue(change.text().ja().contains("佐藤") && change.text().ja().contains("控えが後から見つかった"));
        assertEquals(List.of(), sheet(MANAGER, "2026-11").changes());
    }

    @Test
    @DisplayName("3-5 the check of the next month covers what it carries over")
    void theNextCheckCoversWhatIsCarriedOver() {
        Entry entry = lend("2026-11-28", "台帳A");
        sign(MANAGER, "2026-11", WELL);
        council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", null, fields());
        String empty = council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-10")).digest();
        council.clock.set("2027-01-05T00:00:00Z");
        Entry late = council.ledger().act(STAFF, Loans.LEDGER, entry.id(), "return", null, fields());
        String digest = sheet(MANAGER, "2026-12").digest();
        assertTrue(!digest.equals(empty), digest);
        String gap = council.engine.sheets().check(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-12")).gaps().stream()
                .map(MonthlyCheck.Gap::id).findFirst().orElse(null);
        assertNull(gap);
        assertEquals(digest, sign(MANAGER, "2026-12", WELL).checked().digest());
        assertEquals("returned", late.state());
    }

    private List<String> checksDue() {
        return council.engine.duties().duties(MANAGER, LocalDate.now(council.clock.withZone(LedgerClock.ZONE))).stream()
                .map(Duty::key).filter(key -> key.startsWith("check/")).toList();
    }

    private Entry lend(String day, String item) {
        return council.ledger().enter(STAFF, Loans.LEDGER, fields("lentOn", day, "item", item));
    }

    private MonthlyCheck sign(Caller caller, String period, CheckSubmission submission) {
        return council.engine.sheets().sign(caller, Loans.LEDGER, SheetPeriod.parse(period), submission);
    }

    private Sheet sheet(Caller caller, String period) {
        return council.engine.sheets().sheet(caller, Loans.LEDGER, SheetPeriod.parse(period));
    }

    private static List<String> items(List<Sheet.Row> rows) {
        return rows.stream().map(row -> row.entry().fields().text("item")).toList();
    }

    private static List<String> states(List<Sheet.Row> rows) {
        return rows.stream().map(row -> row.entry().state()).toList();
    }

    private static Caller deputy(LocalDate from, LocalDate to, Set<String> scope) {
        return new Caller("dairi", DEPUTY.person(), List.of(new RoleGrant(Role.DEPUTY, from, to, scope)), null, null);
    }

    private static LedgerException refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(LedgerException.class, call);
    }
}
