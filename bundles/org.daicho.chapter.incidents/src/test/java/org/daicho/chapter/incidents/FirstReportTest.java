package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.first;
import static org.daicho.chapter.incidents.Incidents.internal;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.daicho.chapter.incidents.Incidents.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstReportTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("6-2(2)①②③ Three fields make a report, by anyone of the council; who and when fill themselves")
    void threeFieldsSuffice() {
        for (Role role : List.of(Role.MANAGER, Role.DEPUTY, Role.STAFF, Role.MEMBER)) {
            Entry report = incidents.ledger().enter(role, Report.LEDGER, first());
            assertEquals("p-" + role.id(), report.fields().person("discoverer").id());
            assertEquals("2026-11-23T09:00:00+09:00", report.fields().text("reportedAt"));
            assertEquals("reported", report.state());
        }
        assertEquals(Kind.FORBIDDEN, incidents.ledger()
                .refusal(() -> incidents.ledger().enter(Role.OPERATOR, Report.LEDGER, first())).kind());
    }

    @ParameterizedTest(name = "{1} A report lacks {0}")
    @CsvSource({"contents, 6-2(2)①", "damage, 6-2(2)②", "discoveredAt, 6-2(2)③"})
    void eachOfTheThreeIsNeeded(String field, String clause) {
        assertEquals(Set.of(clause + " " + field), incidents.brokenByReport(without(first(), field)));
    }

    @Test
    @DisplayName("6-2(2)③ What is reported was discovered before, and not tomorrow")
    void discoveryLiesBeforeTheReport() {
        assertEquals(Set.of("6-2(2)③ discoveredAt"),
                incidents.brokenByReport(with(first(), Map.of("discoveredAt", "2026-11-23T09:01:00+09:00"))));
        assertEquals(Set.of("6-2(2)③ reportedAt"),
                incidents.brokenByReport(with(first(), Map.of("reportedAt", "2026-11-24T00:01:00+09:00"))));
    }

    @Test
    @DisplayName("6-3 The number of persons concerned is none or more")
    void personsAreCounted() {
        assertEquals(Set.of("6-3 personsAffected"),
                incidents.brokenByReport(with(first(), Map.of("personsAffected", -1))));
        incidents.report(with(first(), Map.of("personsAffected", 0)));
    }

    @Test
    @DisplayName("6-2(2) A member reads and completes their own report, staff every one, the operator none")
    void readingIsRestricted() {
        Entry own = incidents.ledger().enter(Role.MEMBER, Report.LEDGER, first());
        Entry other = incidents.report(first());
        assertEquals(own.id(), incidents.ledger().get(Role.MEMBER, own).id());
        incidents.ledger().correct(Role.MEMBER, own, with(first(), Map.of("damage", "名簿3人分")));
        assertEquals(own.id(), incidents.ledger().get(Role.STAFF, own).id());
        for (Role role : List.of(Role.MEMBER, Role.OPERATOR, Role.HANDLER)) {
            assertEquals(Kind.FORBIDDEN,
                    incidents.ledger().refusal(() -> incidents.ledger().get(role, other)).kind(), role.id());
        }
    }

    @Test
    @DisplayName("6-2(2) An unanswered report names the next in order every half hour, the last one in the end")
    void unansweredReportsEscalate() {
        assertEquals(1, escalated("2026-11-23T09:00:00+09:00").who() == null ? 1 : 0);
        incidents.contact(internal(1, "会長 一郎", "manager"));
        incidents.contact(internal(2, "事務局長 次郎", "deputy"));
        Duty first = escalated("2026-11-23T08:31:00+09:00");
        assertEquals("p-manager", first.who().id());
        assertTrue(first.title().ja().contains("発見から報告まで31分"), first.title().ja());
        assertEquals("p-deputy", escalated("2026-11-23T08:30:00+09:00").who().id());
        assertEquals("p-deputy", escalated("2026-11-23T08:00:00+09:00").who().id());
    }

    @Test
    @DisplayName("6-2(2) Once the manager responds nobody is called any more")
    void responseEndsTheCalls() {
        Entry report = incidents.report(first());
        assertEquals(1, incidents.duties("6-2(2)", "respond:" + report.id()).size());
        assertEquals(Kind.FORBIDDEN, incidents.ledger()
                .refusal(() -> incidents.ledger().act(Role.STAFF, report, "respond", Map.of())).kind());
        Entry responding = incidents.manage(report, "respond", Map.of());
        assertEquals("responding", responding.state());
        assertEquals("p-manager", responding.fields().person("respondedBy").id());
        assertEquals(List.of(), incidents.duties("6-2(2)", "respond:"));
    }

    @Test
    @DisplayName("8-1(2)① The person reported is not called about their own case")
    void reportedPersonIsNotCalled() {
        incidents.contact(internal(1, "会長 一郎", "manager"));
        incidents.contact(internal(2, "事務局長 次郎", "deputy"));
        incidents.report(with(first(), Map.of("reportKind", "違反", "reportedPerson", "manager")));
        List<Duty> calls = incidents.ledger().duties()
                .duties(incidents.ledger().people().caller(Role.STAFF), LocalDate.of(2026, 11, 23)).stream()
                .filter(d -> d.key().startsWith("respond:")).toList();
        assertEquals(List.of("p-deputy"), calls.stream().map(d -> d.who().id()).toList());
    }

    @Test
    @DisplayName("6-2(2) A report later than two hours after the discovery is the discoverer's to explain")
    void lateReportIsExplained() {
        Map<String, Object> prompt = with(first(), Map.of("discoveredAt", "2026-11-23T07:00:00+09:00"));
        incidents.report(prompt);
        assertEquals(List.of(), incidents.duties("6-2(2)", "late:"));
        Map<String, Object> late = with(first(), Map.of("discoveredAt", "2026-11-23T06:59:00+09:00"));
        Entry report = incidents.report(late);
        Duty duty = incidents.duties("6-2(2)", "late:").get(0);
        assertTrue(duty.title().ja().contains("121分後"), duty.title().ja());
        assertEquals("p-staff", duty.who().id());
        incidents.ledger().correct(Role.STAFF, report, with(late, Map.of("delayReason", "夜間のため")));
        assertEquals(List.of(), incidents.duties("6-2(2)", "late:"));
    }

    /** Returns whom an unanswered report of a time names now, at nine. */
    private Duty escalated(String reportedAt) {
        Entry report = incidents.report(
                with(first(), Map.of("discoveredAt", "2026-11-23T08:00:00+09:00", "reportedAt", reportedAt)));
        return incidents.duties("6-2(2)", "respond:" + report.id()).get(0);
    }
}
