package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeoutDaysTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter());
    }

    @BeforeEach
    void goBack() {
        ledger.clock().goTo(TestClock.START);
    }

    @Test
    @DisplayName("3-2(1) Nothing goes out before the day it was approved, nor tomorrow")
    void takenOnFollowsTheApproval() {
        Entry asked = ledger.enter(Role.STAFF, Takeouts.LEDGER, request());
        ledger.clock().goTo(TestClock.START.plusDays(1));
        Entry approved = ledger.act(Role.MANAGER, asked, "approve", Map.of());
        ledger.clock().goTo(TestClock.START.plusDays(3));
        assertBroken("takenOn", approved, "take-out", "takenOn", "2026-11-23");
        assertBroken("takenOn", approved, "take-out", "takenOn", "2026-11-27");
        assertEquals("2026-11-24",
                ledger.act(Role.STAFF, approved, "take-out", Map.of("takenOn", "2026-11-24")).fields().text("takenOn"));
    }

    @Test
    @DisplayName("3-2(1) After a correction the new approval counts, not the one it undid")
    void newApprovalCounts() {
        Entry approved = ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, Takeouts.LEDGER, request()), "approve",
                Map.of());
        ledger.clock().goTo(TestClock.START.plusDays(2));
        ledger.correct(Role.STAFF, approved, with(request(), "asset", "別の名簿"));
        Entry again = ledger.act(Role.MANAGER, approved, "approve", Map.of());
        assertBroken("takenOn", again, "take-out", "takenOn", "2026-11-24");
        ledger.act(Role.STAFF, again, "take-out", Map.of("takenOn", "2026-11-25"));
    }

    @Test
    @DisplayName("3-2(1) An approval lapses with the day of return that it covered")
    void approvalLapses() {
        Entry approved = ledger.act(Role.MANAGER,
                ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "dueOn", "2026-11-24")), "approve", Map.of());
        ledger.clock().goTo(TestClock.START.plusDays(2));
        assertBroken("takenOn", approved, "take-out", "takenOn", "2026-11-25");
    }

    @ParameterizedTest(name = "3-2(1) {0} is not before it went out, and not tomorrow")
    @CsvSource({"return, returnedOn", "report-lost, lostOn"})
    void laterStepsFollow(String step, String column) {
        ledger.clock().goTo(TestClock.START.plusDays(1));
        Entry out = Media.out(ledger, request());
        assertBroken(column, out, step, column, "2026-11-23");
        assertBroken(column, out, step, column, "2026-11-25");
        ledger.act(Role.STAFF, out, step, Map.of(column, "2026-11-24"));
    }

    @Test
    @DisplayName("3-2(1) What is found is found after it went out, and not tomorrow")
    void foundAfterwards() {
        Entry lost = ledger.act(Role.STAFF, Media.out(ledger, request()), "report-lost", Map.of());
        assertBroken("returnedOn", lost, "find", "returnedOn", "2026-11-22");
        assertBroken("returnedOn", lost, "find", "returnedOn", "2026-11-24");
    }

    @Test
    @DisplayName("3-2(1) A day of return that has passed is not asked for; only the manager extends one")
    void dueLiesAhead() {
        List<Violation> violations = ledger.violations(
                () -> ledger.enter(Role.STAFF, Takeouts.LEDGER, with(request(), "dueOn", "2026-11-22")));
        assertEquals("dueOn", violations.get(0).field());
        Entry out = Media.out(ledger, with(request(), "dueOn", "2026-11-25"));
        assertEquals("extendedTo", ledger.violations(
                () -> ledger.act(Role.MANAGER, out, "extend", Map.of("extendedTo", "2026-11-22"))).get(0).field());
        ledger.refusal(() -> ledger.act(Role.STAFF, out, "extend", Map.of("extendedTo", "2026-12-01")));
        assertEquals("out", ledger.act(Role.MANAGER, out, "extend", Map.of("extendedTo", "2026-12-01")).state());
    }

    @Test
    @DisplayName("3-2(1) A row corrected after it went out keeps its days when it is recorded again, unless a reason changes them")
    void daysStayWhenRecordedAgain() {
        Entry out = Media.out(ledger, request());
        ledger.clock().goTo(TestClock.START.plusDays(5));
        ledger.act(Role.STAFF, out, "return", Map.of("returnedOn", "2026-11-25"));
        assertEquals("requested", ledger.correct(Role.STAFF, out, with(request(), "asset", "正しい名簿")).state());
        for (String undo : List.of("withdraw", "reject")) {
            assertEquals("takenOn",
                    ledger.violations(() -> ledger.act(Role.MANAGER, out, undo, Map.of())).get(0).field());
        }
        ledger.act(Role.MANAGER, out, "approve", Map.of());
        List<Violation> violations = ledger.violations(() -> ledger.act(Role.STAFF, out, "take-out", Map.of()));
        assertEquals("other-day", violations.get(0).confirm());
        ledger.act(Role.STAFF, out, "take-out", Map.of("takenOn", "2026-11-23"));
        Entry back = ledger.actConfirming(Role.STAFF, out, "return", Map.of("returnedOn", "2026-11-26"), "other-day",
                "前の記録は書き誤り");
        assertEquals("2026-11-26", back.fields().text("returnedOn"));
        assertEquals(Map.of("other-day", "前の記録は書き誤り"), back.confirmations());
    }

    @ParameterizedTest(name = "3-2(1) «{0}» is no day, and is refused rather than guessed")
    @CsvSource({"２０２６－１１－２３", "2026/11/23", "2026-11-31", "令和8年11月23日"})
    void otherWritingsAreRefused(String day) {
        Entry approved = ledger.act(Role.MANAGER, ledger.enter(Role.STAFF, Takeouts.LEDGER, request()), "approve",
                Map.of());
        List<Violation> violations = ledger
                .violations(() -> ledger.act(Role.STAFF, approved, "take-out", Map.of("takenOn", day)));
        assertEquals("takenOn", violations.get(0).field());
        assertTrue(violations.get(0).message().ja().contains("2026-"), violations.get(0).message().ja());
    }

    private static void assertBroken(String field, Entry entry, String step, String column, String day) {
        List<Violation> violations = ledger.violations(() -> ledger.act(Role.STAFF, entry, step, Map.of(column, day)));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals("3-2(1)", violations.get(0).clause());
    }
}
