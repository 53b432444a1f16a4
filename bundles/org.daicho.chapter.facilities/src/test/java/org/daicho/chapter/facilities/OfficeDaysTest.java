package org.daicho.chapter.facilities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeDaysTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder);
    }

    @Test
    @DisplayName("5-5 Without a word of the calendar: closed on weekly days, holidays and at the turn of the year")
    void habit() {
        OfficeDays days = new OfficeDays(Facilities.HABIT, List.of());
        assertOpen(days, true, "2026-11-24", "2026-12-28", "2027-01-04");
        assertOpen(days, false, "2026-11-23", "2026-11-28", "2026-11-29", "2026-12-29", "2026-12-31", "2027-01-01");
        OfficeDays always = new OfficeDays(new OfficeDays.Habit(Set.of(DayOfWeek.MONDAY), false, false), List.of());
        assertOpen(always, true, "2026-12-29", "2027-01-01", "2026-11-28", "2026-11-03");
        assertOpen(always, false, "2026-11-23", "2026-11-30");
    }

    @Test
    @DisplayName("5-5 The calendar closes and opens days, and of two rows the one written last counts")
    void calendarHasTheLastWord() {
        enter("臨時休業", "2026-12-01", "2026-12-03", null);
        enter("臨時開所", "2026-12-02", null, null);
        enter("臨時開所", "2026-12-29", null, null);
        assertOpen(read(), false, "2026-12-01", "2026-12-03", "2026-12-30");
        assertOpen(read(), true, "2026-12-02", "2026-12-04", "2026-12-29");
    }

    @Test
    @DisplayName("5-5 A weekday changes from a day on, but opens no holiday; withdrawn it holds no more")
    void weekdaysChange() {
        enter("毎週開所", "2026-12-01", null, "土");
        Entry closed = enter("毎週休業", "2026-12-01", "2027-01-31", "月");
        assertOpen(read(), true, "2026-12-05", "2027-02-01", "2026-11-30");
        assertOpen(read(), false, "2026-11-28", "2026-12-07", "2026-12-06", "2027-01-02");
        ledger.act(Role.MANAGER, closed, "withdraw", Map.of());
        assertOpen(read(), true, "2026-12-07");
    }

    @Test
    @DisplayName("5-5 A weekly row names its weekday, another none; a span ends after it begins")
    void slips() {
        Facilities.broken(ledger, Calendar.LEDGER, "5-5", "weekday", row("毎週休業", "2026-12-01", null, null));
        Facilities.broken(ledger, Calendar.LEDGER, "5-5", "weekday", row("臨時休業", "2026-12-01", null, "月"));
        Facilities.broken(ledger, Calendar.LEDGER, "5-5", "validTo", row("臨時休業", "2026-12-03", "2026-12-01", null));
    }

    @Test
    @DisplayName("5-5 Staff do not close days that are past, as that would hide a missing row; the manager may")
    void pastIsTheManagers() {
        Map<String, Object> past = row("臨時休業", "2026-11-20", null, null);
        Facilities.broken(ledger, Calendar.LEDGER, "5-5", "validFrom", past);
        enter("臨時開所", "2026-11-21", null, null);
        ledger.enter(Role.MANAGER, Calendar.LEDGER, past);
        assertOpen(read(), false, "2026-11-20");
    }

    private OfficeDays read() {
        return ledger.look(view -> OfficeDays.read(view, Facilities.HABIT));
    }

    private Entry enter(String kind, String from, String to, String weekday) {
        return Facilities.enter(ledger, Calendar.LEDGER, row(kind, from, to, weekday));
    }

    private static Map<String, Object> row(String kind, String from, String to, String weekday) {
        Map<String, Object> row = new HashMap<>(Map.of("kind", kind, "validFrom", from, "reason", "試験"));
        row.put("validTo", to);
        row.put("weekday", weekday);
        return row;
    }

    private static void assertOpen(OfficeDays days, boolean open, String... dates) {
        for (String date : dates) {
            assertEquals(open, days.isOpen(LocalDate.parse(date)), date);
        }
    }
}
