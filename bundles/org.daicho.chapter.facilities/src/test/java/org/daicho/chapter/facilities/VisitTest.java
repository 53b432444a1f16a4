package org.daicho.chapter.facilities;

import static org.daicho.chapter.facilities.Facilities.broken;
import static org.daicho.chapter.facilities.Facilities.visit;
import static org.daicho.chapter.facilities.Facilities.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Facilities.open(folder);
    }

    @Test
    @DisplayName("5-1(1) A row gets the next number, and its writer as who confirmed, permitted and attended")
    void whoWritesConfirms() {
        Entry first = enter(visit());
        Entry second = ledger.enter(Role.MEMBER, Visits.LEDGER, with(visit(), "attendedBy", "staff"));
        assertEquals(1L, first.fields().integer("number"));
        assertEquals(2L, second.fields().integer("number"));
        assertEquals("委員 四郎", second.fields().person("confirmedBy").name());
        assertEquals("委員 四郎", second.fields().person("permittedBy").name());
        assertEquals("職員 三子", second.fields().person("attendedBy").name());
        assertTrue(ledger.violations(() -> enter(with(visit(), "confirmedBy", "member"))).stream()
                .anyMatch(v -> "confirmedBy".equals(v.field())));
    }

    @Test
    @DisplayName("5-1(1) Nobody leaves before entering, and no visit lies ahead")
    void timesAndDays() {
        broken(ledger, Visits.LEDGER, "5-1(1)", "leftAt", with(visit(), "leftAt", "09:59"));
        broken(ledger, Visits.LEDGER, "5-1(1)", "visitedOn", with(visit(), "visitedOn", "2026-11-24"));
        enter(with(visit(), "leftAt", "10:00"));
    }

    @Test
    @DisplayName("5-1(1) A visitor who did not leave by the end of the day is a duty of the month until the time is there")
    void leavingIsWritten() {
        Entry visit = enter(visit());
        assertEquals(Set.of("inside:" + visit.id()), Facilities.due(ledger, Visits.LEDGER, "5-1(1)"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of(), Map.of("leftAt", "09:00"))) {
            assertEquals("5-1(1)",
                    ledger.violations(() -> ledger.act(Role.MEMBER, visit, "leave", wrong)).get(0).clause());
        }
        ledger.act(Role.MEMBER, visit, "leave", Map.of("leftAt", "11:30"));
        assertEquals(Set.of(), Facilities.due(ledger, Visits.LEDGER, "5-1(1)"));
        assertEquals("leftAt", ledger.violations(() -> ledger.act(Role.STAFF, visit, "leave", Map.of("leftAt",
                "11:40"))).get(0).field());
        Entry corrected = ledger.correct(Role.STAFF, visit, with(visit(), "leftAt", "11:40"));
        assertEquals("11:40", corrected.fields().text("leftAt"));
    }

    @Test
    @DisplayName("5-1(1) Who is not on the register of that day neither permits nor attends; an empty register is none")
    void registerCounts() {
        ledger.add(Neighbours.members());
        enter(visit());
        ledger.enter(Role.STAFF, Neighbours.MEMBERS, Map.of("person", "staff", "termFrom", "2026-04-01"));
        Entry member = ledger.enter(Role.STAFF, Neighbours.MEMBERS,
                Map.of("person", "member", "termFrom", "2026-11-01", "termTo", "2027-03-31"));
        enter(with(visit(), "permittedBy", "member"));
        broken(ledger, Visits.LEDGER, "5-1(1)", "permittedBy", with(visit(), "permittedBy", "manager"));
        broken(ledger, Visits.LEDGER, "5-1(1)", "attendedBy", with(visit(), "attendedBy", "manager"));
        broken(ledger, Visits.LEDGER, "5-1(1)", "attendedBy",
                with(with(visit(), "attendedBy", "member"), "visitedOn", "2026-10-30"));
        ledger.act(Role.STAFF, member, "leave", Map.of("leftOn", "2026-11-19"));
        broken(ledger, Visits.LEDGER, "5-1(1)", "permittedBy", with(visit(), "permittedBy", "member"));
    }

    @Test
    @DisplayName("5-1(1) A contractor who was expected and has no row is due, until the row is there or it was cancelled")
    void expectedVisits() {
        Map<String, Object> expected = Map.of("expectedOn", "2026-11-20", "affiliation", "丸太電気工事", "purpose", "点検");
        Entry first = Facilities.enter(ledger, Appointments.LEDGER, expected);
        assertEquals(Set.of("expected:" + first.id()), Facilities.due(ledger, Appointments.LEDGER, "5-1(1)"));
        enter(with(visit(), "visitedOn", "2026-11-19"));
        assertFalse(Facilities.due(ledger, Appointments.LEDGER, "5-1(1)").isEmpty());
        enter(visit());
        assertEquals(Set.of(), Facilities.due(ledger, Appointments.LEDGER, "5-1(1)"));
        Entry second = Facilities.enter(ledger, Appointments.LEDGER, with(expected, "affiliation", "別の会社"));
        ledger.act(Role.STAFF, second, "cancel", Map.of("cancellationReason", "先方の都合"));
        assertEquals(Set.of(), Facilities.due(ledger, Appointments.LEDGER, "5-1(1)"));
    }

    @Test
    @DisplayName("5-1(2) Into a place that is out of bounds someone is let in with a reason only")
    void outOfBounds() {
        Entry restriction = ledger.enter(Role.MEMBER, Restrictions.LEDGER, Map.of("place", "執務室", "measure", "立入禁止",
                "validFrom", "2026-11-19", "validTo", "2026-11-20", "reason", "個人情報の点検"));
        Map<String, Object> there = with(visit(), "place", "執務 室");
        assertEquals("restricted", broken(ledger, Visits.LEDGER, "5-1(2)", "place", there).confirm());
        enter(with(there, "place", "会議室"));
        enter(with(there, "visitedOn", "2026-11-21"));
        Entry urgent = ledger.ledger().enter(ledger.people().caller(Role.STAFF), Visits.LEDGER,
                new Submission(there, null, Map.of("restricted", "漏水の応急処置"), null));
        ledger.correct(Role.STAFF, urgent, with(there, "purpose", "漏水の修理"));
        assertEquals("liftedOn", ledger.violations(
                () -> ledger.act(Role.STAFF, restriction, "lift", Map.of("liftedOn", "2026-11-24"))).get(0).field());
        ledger.act(Role.STAFF, restriction, "lift", Map.of("liftedOn", "2026-11-20"));
        enter(there);
        broken(ledger, Visits.LEDGER, "5-1(2)", "place", with(there, "visitedOn", "2026-11-19"));
    }

    @Test
    @DisplayName("5-1(2) A restriction ends after it begins; another measure than 立入禁止 keeps nobody out")
    void restrictionsAreSpans() {
        Map<String, Object> other = Map.of("place", "執務室", "measure", "その他の対策", "validFrom", "2026-11-19",
                "reason", "机上に名簿があるため");
        broken(ledger, Restrictions.LEDGER, "5-1(2)", "validTo", with(other, "validTo", "2026-11-18"));
        Facilities.enter(ledger, Restrictions.LEDGER, other);
        enter(with(visit(), "place", "執務室"));
    }

    @Test
    @DisplayName("5-1(1) 手順にはない点検: off, unless the council wants it; then each past month is due once")
    void checkBeyondTheProcedure() {
        enter(with(visit(), "visitedOn", "2026-10-30"));
        assertEquals(Set.of(), Facilities.due(ledger, VisitChecks.LEDGER, "5-1(1)"));
        ledger.restart();
        ledger.add(new FacilitiesChapter(Facilities.HABIT, true));
        assertEquals(Set.of("check:2026-10"), Facilities.due(ledger, VisitChecks.LEDGER, "5-1(1)"));
        for (String month : List.of("2026-11", "2026-1", "先月")) {
            assertEquals("month", ledger.violations(() -> check(month)).get(0).field());
        }
        check("2026-10");
        assertEquals("month", ledger.violations(() -> check("2026-10")).get(0).field());
        assertEquals(Set.of(), Facilities.due(ledger, VisitChecks.LEDGER, "5-1(1)"));
        assertEquals(Kind.NOT_FOUND,
                ledger.refusal(() -> ledger.gaps(Visits.LEDGER, SheetPeriod.parse("2026-10"))).kind());
    }

    @Test
    @DisplayName("5-1(1) Members correct what they wrote, the manager all; nobody but staff and members enters")
    void rights() {
        Entry staffs = enter(visit());
        Entry members = ledger.enter(Role.MEMBER, Visits.LEDGER, visit());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.correct(Role.MEMBER, staffs, visit())).kind());
        ledger.correct(Role.MEMBER, members, with(visit(), "leftAt", "11:00"));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        ledger.correct(Role.MANAGER, members, with(visit(), "leftAt", "11:10"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.get(Role.OPERATOR, staffs)).kind());
    }

    private Entry check(String month) {
        return ledger.enter(Role.MANAGER, VisitChecks.LEDGER, Map.of("month", month));
    }

    private Entry enter(Map<String, Object> fields) {
        return Facilities.enter(ledger, Visits.LEDGER, fields);
    }
}
