package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.closing;
import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedPersonTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("8-1(2)① A report is hidden from the person reported: in lists, alone, on sheets, in duties")
    void isHiddenFromThePersonReported() {
        Entry report = incidents.ledger().enter(Role.MEMBER, Report.LEDGER, breach("staff"));
        Entry other = incidents.ledger().enter(Role.MEMBER, Report.LEDGER, breach("handler"));
        var staff = incidents.ledger().people().caller(Role.STAFF);
        assertEquals(Kind.FORBIDDEN,
                incidents.ledger().refusal(() -> incidents.ledger().get(Role.STAFF, report)).kind());
        assertEquals(Kind.FORBIDDEN, incidents.ledger()
                .refusal(() -> incidents.ledger().ledger().versions(staff, Report.LEDGER, report.id())).kind());
        assertEquals(List.of(other.id()), incidents.ledger().ledger()
                .list(staff, Report.LEDGER, new EntryQuery(10, null, null, null, null, Map.of())).items().stream()
                .map(Entry::id).toList());
        assertEquals(List.of(other.id()),
                incidents.ledger().sheets().sheet(staff, Report.LEDGER, SheetPeriod.CURRENT).rows()
                        .stream().map(r -> r.entry().id()).toList());
        List<String> keys = incidents.ledger().duties().duties(staff, TestClock.START).stream().map(d -> d.key())
                .toList();
        assertTrue(keys.stream().anyMatch(k -> k.contains(other.id())));
        assertTrue(keys.stream().noneMatch(k -> k.contains(report.id())), keys.toString());
        assertEquals(report.id(), incidents.ledger().get(Role.MANAGER, report).id());
        assertEquals(report.id(), incidents.ledger().get(Role.MEMBER, report).id());
    }

    @Test
    @DisplayName("8-1(2)① Who reports themselves reads their own report")
    void ownReportIsRead() {
        Entry own = incidents.report(breach("staff"));
        assertEquals(own.id(), incidents.ledger().get(Role.STAFF, own).id());
    }

    @Test
    @DisplayName("8-1(2)② The person reported does not close, whatever the reason and the account")
    void doesNotClose() {
        Entry report = incidents.report(breach("deputy"));
        assertRefused(() -> incidents.ledger().act(Role.DEPUTY, report, "respond", Map.of()));
        incidents.manage(report, "respond", Map.of());
        assertRefused(() -> incidents.ledger().act(Role.DEPUTY, report, "close", closing()));
        Violation confirmed = incidents.ledger().violations(() -> incidents.ledger().actConfirming(Role.DEPUTY, report,
                "close", closing(), "reported-person", "ほかにいない")).stream()
                .filter(v -> "8-1(2)②".equals(v.clause())).findFirst().orElseThrow();
        assertNull(confirmed.confirm());
    }

    @Test
    @DisplayName("8-1(2)② No correction clears the way: who was named in any version closes nothing")
    void correctionClearsNothing() {
        Entry report = incidents.responded(breach("deputy"));
        incidents.ledger().correct(Role.STAFF, report, with(lost(), Map.of("reportKind", "違反")));
        assertRefused(() -> incidents.ledger().act(Role.DEPUTY, report, "close", closing()));
        assertEquals("closed", incidents.manage(report, "close", closing()).state());
    }

    private static Map<String, Object> breach(String person) {
        return with(lost(), Map.of("reportKind", "違反", "reportedPerson", person));
    }

    private void assertRefused(java.util.function.Supplier<Entry> call) {
        assertEquals(List.of("8-1(2)②"), incidents.ledger().violations(call).stream().map(Violation::clause).toList());
    }
}
