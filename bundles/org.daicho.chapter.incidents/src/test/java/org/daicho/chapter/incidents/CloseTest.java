package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.altered;
import static org.daicho.chapter.incidents.Incidents.closing;
import static org.daicho.chapter.incidents.Incidents.first;
import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.daicho.chapter.incidents.Incidents.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("6-3 With everything recorded the manager closes, and who and when are kept")
    void closes() {
        Entry closed = incidents.manage(incidents.responded(altered()), "close", closing());
        assertEquals("closed", closed.state());
        assertEquals("p-manager", closed.fields().person("closedBy").id());
        assertEquals("全委員", closed.fields().text("informedTo"));
        assertEquals("2026-11-23", closed.fields().text("wardReportedOn"));
    }

    @Test
    @DisplayName("6-1(3), 0-3 An incident is classified before it is closed; a sign of one need not be")
    void isClassified() {
        assertEquals(Set.of("6-1(3) object", "6-1(3) kind", "0-3 confidentiality", "0-3 integrity", "0-3 availability"),
                incidents.brokenByClosing(incidents.responded(with(first(), Map.of("assets", "名簿"))), closing()));
        incidents.manage(incidents.responded(with(first(), Map.of("assets", "名簿", "reportKind", "兆候"))), "close",
                closing());
    }

    @Test
    @DisplayName("6-2(2)① A report on paper is not closed before it says where the paper is kept")
    void paperIsPutAway() {
        Map<String, Object> written = with(lost(), Map.of("medium", "書面"));
        assertEquals(Set.of("6-2(2)① keptAt"), incidents.brokenByClosing(incidents.responded(written), closing()));
        incidents.manage(incidents.responded(with(written, Map.of("keptAt", "書庫1"))), "close", closing());
        incidents.manage(incidents.responded(with(lost(), Map.of("medium", "口頭"))), "close", closing());
    }

    @Test
    @DisplayName("6-2(3)① Nothing is closed without its assets, or a reason for none, and the response agreed")
    void namesAssets() {
        Entry report = incidents.responded(without(lost(), "assets"), "consult");
        assertEquals(Set.of("6-2(3)① assets", "6-2(3)① agreedResponse"),
                incidents.brokenByClosing(report, closing()));
        assertEquals(Set.of("6-2(3)① agreedResponse"),
                incidents.brokenByClosing(report, with(closing(), Map.of("noAssetsReason", "誤報"))));
        incidents.manage(report, "consult", Map.of("agreedResponse", "誤報とする"));
        incidents.manage(report, "close", with(closing(), Map.of("noAssetsReason", "誤報")));
    }

    @Test
    @DisplayName("6-2(3)② Unauthorised access is not closed without the contractor's request and result")
    void waitsForTheContractor() {
        Entry report = incidents.responded(altered(), "ask-contractor", "contractor-result");
        assertEquals(Set.of("6-2(3)② contractorAskedAt", "6-2(3)② contractorResult"),
                incidents.brokenByClosing(report, closing()));
        incidents.manage(report, "ask-contractor", Map.of("contractor", "保守社", "contractorRequest", "調査"));
        assertEquals(Set.of("6-2(3)② contractorResult"), incidents.brokenByClosing(report, closing()));
        incidents.manage(incidents.responded(lost(), "ask-contractor", "contractor-result"), "close", closing());
    }

    @Test
    @DisplayName("6-3 Nothing is closed before members and ward are told, or a reason is given")
    void tellsMembersAndWard() {
        Entry report = incidents.responded(lost(), "inform", "report-ward");
        assertEquals(Set.of("6-3 informedTo", "6-3 wardReportedTo"), incidents.brokenByClosing(report, closing()));
        assertEquals(Set.of("6-3 wardReportedTo"),
                incidents.brokenByClosing(report, with(closing(), Map.of("noInformReason", "誤報"))));
        incidents.manage(report, "close",
                with(closing(), Map.of("noInformReason", "誤報", "noWardReportReason", "誤報")));
    }

    @Test
    @DisplayName("7-1(3)③ Without chapter 7 the report itself says whether training is needed")
    void decidesTrainingHere() {
        Entry report = incidents.responded(lost());
        assertEquals(Set.of("7-1(3)③ trainingDecision"),
                incidents.brokenByClosing(report, without(closing(), "trainingDecision")));
        incidents.manage(report, "close", closing());
    }

    @Test
    @DisplayName("7-1(3)③ With chapter 7 its ledger has the decision, of this very report")
    void decidesTrainingThere() {
        incidents.ledger().add(Neighbours.training());
        Entry report = incidents.responded(lost());
        Entry other = incidents.responded(lost());
        incidents.ledger().enter(Role.STAFF, "training.decisions", Map.of("source", other.id()));
        assertEquals(Set.of("7-1(3)③ trainingDecision"), incidents.brokenByClosing(report, closing()));
        incidents.ledger().enter(Role.STAFF, "training.decisions", Map.of("source", report.id()));
        incidents.manage(report, "close", without(closing(), "trainingDecision"));
    }

    @Test
    @DisplayName("8-1(2)② The manager records finding and measure; staff and members do not close")
    void findsAndMeasures() {
        Entry report = incidents.responded(lost());
        List<String> missing = incidents.ledger()
                .violations(() -> incidents.manage(report, "close", Map.of("trainingDecision", "不要"))).stream()
                .map(v -> v.clause() + " " + v.field()).sorted().toList();
        assertEquals(List.of("8-1(2)② finding", "8-1(2)② measure"), missing);
        for (Role role : List.of(Role.STAFF, Role.MEMBER, Role.OPERATOR)) {
            assertEquals(Kind.FORBIDDEN, incidents.ledger()
                    .refusal(() -> incidents.ledger().act(role, report, "close", closing())).kind());
        }
        assertEquals("closed", incidents.ledger().act(Role.DEPUTY, report, "close", closing()).state());
    }

    @Test
    @DisplayName("6-3 A correction of what was closed opens the case again, and what was told stays told")
    void correctionOpensAgain() {
        Entry report = incidents.responded(lost());
        incidents.manage(report, "close", closing());
        Entry again = incidents.ledger().correct(Role.STAFF, report, with(lost(), Map.of("assets", "別の名簿")));
        assertEquals("responding", again.state());
        assertTrue(again.fields().has("informedTo"));
        assertEquals(null, again.fields().text("finding"));
    }
}
