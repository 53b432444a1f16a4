package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OPERATOR;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is due, and for whom. */
class DutyServiceTest {

    @OpenCouncil
    private Council council;

    @Test
    @DisplayName("3-5 each month since the first entry is to be checked by the end of the next, with entries or without")
    void checksAreDueMonthByMonth() {
        lend(STAFF, "2026-09-10");
        council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-10"),
                new CheckSubmission("", Map.of(), List.of()));
        List<Duty> due = checks("2027-02-03");
        assertEquals(List.of("check/2026-09", "check/2026-11", "check/2026-12", "check/2027-01"),
                due.stream().map(Duty::key).toList());
        assertEquals(List.of("2026-10-31", "2026-12-31", "2027-01-31", "2027-02-28"),
                due.stream().map(duty -> duty.due().toString()).toList());
        assertEquals("3-5", due.get(0).clause());
        assertEquals(List.of(), checks("2026-09-30"));
        assertEquals("check/2026-09", checks("2029-12-01").get(0).key());
    }

    @Test
    @DisplayName("3-5 what stands open stays due, however old it is")
    void whatIsOpenStaysDue() {
        Entry entry = lend(STAFF, "2021-05-01");
        List<Duty> duties = duties(MANAGER, "2026-11-23");
        Duty old = duties.stream().filter(duty -> duty.key().equals(entry.id())).findFirst().orElseThrow();
        assertEquals(LocalDate.of(2021, 5, 8), old.due());
        assertEquals(STAFF.person(), old.who());
    }

    @Test
    @DisplayName("3-5 an entry with a mistyped year does not make a module look through centuries")
    void aMistypedYearDoesNotStretchTheSpan() {
        AtomicReference<LocalDate> asked = new AtomicReference<>();
        Neighbour module = new Neighbour("far").duty((from, to, view) -> {
            asked.set(from);
            return List.of();
        });
        module.definitions = () -> List.of(module.definition("far.things")
                .replace("\"title\"", "\"periodField\": \"day\", \"title\"")
                .replace("\"columns\": [",
                        "\"columns\": [{\"name\": \"day\", \"label\": {\"ja\": \"日\", \"en\": \"Day\"},"
                                + " \"type\": \"date\"},"));
        council.engine.add(module, 0, 9);
        council.ledger().enter(STAFF, "far.things", fields("name", "x", "day", "1926-11-20"));
        List<Duty> duties = duties(MANAGER, "2026-11-23");
        assertEquals(LocalDate.of(2015, 11, 23), asked.get());
        assertEquals(List.of("check/1926-11"), duties.stream().map(Duty::key).toList());
    }

    @Test
    @DisplayName("who reads only their own entries hears only of their own duties, who reads nothing of none")
    void hearsOnlyOfWhatTheyMayRead() {
        lend(STAFF, "2026-11-01");
        Entry own = lend(MEMBER, "2026-11-01");
        assertEquals(List.of(own.id()), duties(MEMBER, "2026-12-05").stream().map(Duty::key).toList());
        assertEquals(3, duties(STAFF, "2026-12-05").size());
        assertEquals(List.of(), duties(OPERATOR, "2026-12-05"));
    }

    private Entry lend(Caller caller, String day) {
        return council.ledger().enter(caller, Loans.LEDGER, fields("lentOn", day, "item", "台帳A"));
    }

    private List<Duty> checks(String asOf) {
        return duties(MANAGER, asOf).stream().filter(duty -> duty.key().startsWith("check/")).toList();
    }

    private List<Duty> duties(Caller caller, String asOf) {
        return council.engine.duties().duties(caller, LocalDate.parse(asOf));
    }
}
