package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalDutiesTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("6-3 (law) My Numbers of more than a hundred: prompt, final and notice, by their days, labelled as law")
    void specificInformation() {
        incidents.report(with(lost(), Map.of("specificPersonalInformation", true, "personsAffected", 101L)));
        assertEquals(Map.of("mynumber-prompt", "2026-11-27", "mynumber-final", "2026-12-22", "mynumber-notice",
                "2026-11-27"), law());
        assertTrue(incidents.duties("6-3", "mynumber-").stream()
                .allMatch(d -> d.title().ja().startsWith("法令（手順にはない）：") && d.title().ja().contains("第29条の4")));
    }

    @Test
    @DisplayName("6-3 (law) A hundred with no other ground are not reported; an unknown number counts as many")
    void numberDecides() {
        incidents.report(with(lost(), Map.of("specificPersonalInformation", true, "personsAffected", 100L)));
        incidents.report(with(lost(), Map.of("personalInformation", true, "personsAffected", 1000L)));
        assertEquals(Map.of(), law());
        incidents.report(with(lost(), Map.of("specificPersonalInformation", true)));
        assertEquals(Set.of("mynumber-prompt", "mynumber-final", "mynumber-notice"), law().keySet());
    }

    @Test
    @DisplayName("6-3 (law) Sensitive data, financial risk, more than a thousand; not where there is no personal information")
    void personalInformation() {
        for (Map<String, Object> flags : List.<Map<String, Object>>of(Map.of("sensitive", true),
                Map.of("financialRisk", true), Map.of("personalInformation", true, "personsAffected", 1001L))) {
            Entry report = incidents.report(with(lost(), flags));
            assertEquals(3,
                    incidents.duties("6-3", "appi-").stream().filter(d -> d.key().endsWith(report.id())).count(),
                    flags.toString());
        }
        Entry none = incidents.report(with(lost(), Map.of("personalInformation", false, "sensitive", true)));
        assertEquals(0, incidents.duties("6-3").stream().filter(d -> d.key().endsWith(none.id())).count());
    }

    @Test
    @DisplayName("6-3 (law) An improper purpose gives sixty days for the final report")
    void improperPurpose() {
        incidents.report(with(lost(), Map.of("improperPurpose", true)));
        assertEquals("2027-01-21", law().get("appi-final"));
        assertEquals("2026-11-27", law().get("appi-prompt"));
    }

    @Test
    @DisplayName("6-3 (law) Each report made ends its duty; a decision of the manager against it ends all, with its reason")
    void isDoneOrDeclined() {
        Entry report = incidents.report(with(lost(), Map.of("sensitive", true)));
        incidents.manage(report, "report-prompt", Map.of());
        incidents.manage(report, "notify-persons", Map.of("notificationMethod", "電話"));
        assertEquals(Set.of("appi-final"), law().keySet());
        incidents.manage(report, "respond", Map.of());
        assertEquals(Kind.FORBIDDEN, incidents.ledger().refusal(() -> incidents.ledger().act(Role.STAFF, report,
                "decline-report", Map.of("notReportedReason", "高度な暗号化"))).kind());
        assertEquals("notReportedReason",
                incidents.ledger().violations(() -> incidents.manage(report, "decline-report", Map.of())).get(0)
                        .field());
        Entry declined = incidents.manage(report, "decline-report", Map.of("notReportedReason", "高度な暗号化"));
        assertEquals("p-manager", declined.fields().person("notReportedBy").id());
        assertEquals(Map.of(), law());
    }

    @Test
    @DisplayName("6-3 (law) A final report ends its duty, also after the case is closed")
    void finalReportAfterClosing() {
        Entry report = incidents.responded(with(lost(), Map.of("sensitive", true)));
        incidents.manage(report, "close", Incidents.closing());
        assertEquals(3, law().size());
        incidents.manage(report, "report-final", Map.of());
        assertEquals(Set.of("appi-prompt", "appi-notice"), law().keySet());
    }

    @Test
    @DisplayName("6-3 (law) A council's file replaces a duty from a day on, without code; one that can't be read is told")
    void lawIsData() throws IOException {
        Path own = Files.createDirectory(folder.resolve("law"));
        Files.writeString(own.resolve("new.json"),
                """
                        {"law": {"ja": "改正法", "en": "New law"}, "source": "改正法第1条",
                         "obligations": [{"id": "appi-prompt", "kind": "prompt", "article": "第1条", "effectiveFrom": "2026-11-20",
                           "when": [{"flags": ["sensitive"]}], "days": 2, "title": {"ja": "速報", "en": "Report"}}]}
                        """);
        Files.writeString(own.resolve("bad.json"), "{\"obligations\": [{\"id\": \"x\"}]}");
        try (Incidents other = Incidents.open(Files.createDirectory(folder.resolve("other")), own)) {
            other.report(with(lost(), Map.of("sensitive", true)));
            other.report(with(lost(), Map.of("sensitive", true, "discoveredAt", "2026-11-19T09:00:00+09:00")));
            assertEquals(List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)),
                    other.duties("6-3", "appi-prompt").stream().map(Duty::due).toList());
            assertEquals(1, other.duties("6-3", "law:bad.json").size());
        }
    }

    /** Returns the legal duties and their days. */
    private Map<String, String> law() {
        Map<String, String> law = new TreeMap<>();
        incidents.duties("6-3").stream().filter(d -> d.key().matches("(appi|mynumber)-.*"))
                .forEach(d -> law.put(d.key().substring(0, d.key().indexOf(':')), d.due().toString()));
        return law;
    }
}
