package org.daicho.chapter.facilities;

import static org.daicho.chapter.facilities.Facilities.cabinet;
import static org.daicho.chapter.facilities.Facilities.gaps;
import static org.daicho.chapter.facilities.Facilities.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockDutiesTest {

    private static final SheetPeriod MONTH = SheetPeriod.parse("2026-11");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour council = Neighbours.places().register(cabinet(1, true));

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder, council);
    }

    @Test
    @DisplayName("5-4(3) Today's row is due today; a day on which the office opened is a gap once it is over")
    void missingRows() {
        assertEquals(Set.of(), due(), "nothing before the chapter is in use");
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("書庫1"));
        assertEquals(Set.of(), due(), "the 23rd is a holiday");
        goTo("2026-11-24");
        Duty today = ledger.dutiesOf("facilities").stream().filter(d -> d.key().equals("row:2026-11-24")).findFirst()
                .orElseThrow();
        assertEquals(LocalDate.of(2026, 11, 24), today.due());
        assertEquals(List.of(), gaps(ledger, MONTH, "5-4(3)"));
        goTo("2026-12-01");
        assertEquals(Set.of("row:2026-11-24", "row:2026-11-25", "row:2026-11-26", "row:2026-11-27", "row:2026-11-30",
                "row:2026-12-01"), due());
        assertEquals(5, gaps(ledger, MONTH, "5-4(3)").size());
        enter(row("2026-11-25", "locked"));
        ledger.enter(Role.MANAGER, Calendar.LEDGER, Map.of("kind", "臨時休業", "validFrom", "2026-11-26", "validTo",
                "2026-11-27", "reason", "工事"));
        ledger.enter(Role.MANAGER, Calendar.LEDGER, Map.of("kind", "臨時開所", "validFrom", "2026-11-28", "reason", "行事"));
        assertEquals(Set.of("row:2026-11-24", "row:2026-11-28", "row:2026-11-30", "row:2026-12-01"), due());
    }

    @Test
    @DisplayName("5-4(3) Of the time before the chapter came into use, months with rows are held against the calendar")
    void earlierMonths() {
        enter(row("2026-09-30", "locked"));
        Set<String> september = due().stream().filter(k -> k.startsWith("row:2026-09")).collect(Collectors.toSet());
        assertEquals(18, september.size(), "22 weekdays but for 3 holidays and the row itself");
        assertTrue(due().stream().noneMatch(k -> k.startsWith("row:2026-10")));
    }

    @Test
    @DisplayName("5-5 The month is signed by the manager or the deputy, once each gap is explained")
    void checkExplainsGaps() {
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("書庫1"));
        for (String day : List.of("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27")) {
            goTo(day);
            enter(row(day, "locked"));
        }
        goTo("2026-12-01");
        assertEquals(Kind.INVALID, ledger.refusal(() -> sign(Role.MANAGER, Map.of())).kind());
        Map<String, String> explanations = ledger.gaps(Locking.LEDGER, MONTH).stream()
                .collect(Collectors.toMap(MonthlyCheck.Gap::id, g -> "記入を忘れた。施錠は確かめてある。"));
        assertEquals(1, explanations.size());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> sign(Role.STAFF, explanations)).kind());
        assertEquals("事務局長 次郎", sign(Role.DEPUTY, explanations).checked().by().name());
    }

    @Test
    @DisplayName("5-4(3) A cabinet that was found open is a gap until what was done is recorded")
    void openCabinets() {
        council.register(cabinet(1, true), cabinet(2, true), cabinet(10, true));
        Entry row = enter(Map.of("date", "2026-11-20", "checks", Map.of("1", "locked", "2", "unlocked", "10",
                "unlocked")));
        assertTrue(gaps(ledger, MONTH, "5-4(3)").stream().anyMatch(t -> t.contains("書庫No. 2, 10 が")));
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.act(Role.STAFF, row, "settle", Map.of())).kind());
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.act(Role.STAFF, row, "settle",
                Map.of("settlement", "施錠した", "settledOn", "2026-11-24"))).kind());
        ledger.act(Role.STAFF, row, "settle", Map.of("settlement", "翌朝施錠。無くなったものはない。"));
        assertTrue(gaps(ledger, MONTH, "5-4(3)").stream().noneMatch(t -> t.contains("施錠されていませんでした")));
    }

    @Test
    @DisplayName("5-2 A cabinet that stands in no office is a gap of each month until it is moved")
    void cabinetsInNoOffice() {
        council.register(cabinet(1, true), cabinet(2, false));
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("書庫1"));
        goTo("2026-12-02");
        for (SheetPeriod month : List.of(MONTH, SheetPeriod.parse("2026-12"))) {
            assertEquals(1, gaps(ledger, month, "5-2").size(), month.toString());
            assertTrue(gaps(ledger, month, "5-2").get(0).contains("書庫No. 2「書庫2」"));
        }
        assertEquals(Set.of("office:2"), Facilities.due(ledger, Locking.LEDGER, "5-2"));
        council.register(cabinet(1, true), cabinet(2, true));
        assertEquals(List.of(), gaps(ledger, MONTH, "5-2"));
    }

    @Test
    @DisplayName("1-2(2) Where no module registers places, the check says 未導入 — 紙で確認")
    void registerIsAbsent() {
        council.register();
        Facilities.enter(ledger, Keys.LEDGER, Facilities.key("書庫1"));
        goTo("2026-11-24");
        assertTrue(gaps(ledger, MONTH, "5-2").get(0).contains("未導入 — 紙で確認"));
    }

    private Set<String> due() {
        return Facilities.due(ledger, Locking.LEDGER, "5-4(3)");
    }

    private void goTo(String day) {
        ledger.clock().goTo(LocalDate.parse(day));
    }

    private Entry enter(Map<String, Object> fields) {
        return Facilities.enter(ledger, Locking.LEDGER, fields);
    }

    private MonthlyCheck sign(Role role, Map<String, String> explanations) {
        return ledger.sheets().sign(ledger.people().caller(role), Locking.LEDGER, MONTH,
                new CheckSubmission("確認した", explanations, List.of()));
    }
}
