package org.daicho.chapter.training;

import static org.daicho.chapter.training.Sessions.join;
import static org.daicho.chapter.training.Sessions.session;
import static org.daicho.chapter.training.Sessions.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test clock starts on 2026-11-23. */
class TrainingDutiesTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(folder, new TrainingChapter(12, 30));
    }

    @Test
    @DisplayName("7-1(3)② A newcomer is due thirty days after joining, until present at a session")
    void newcomersAreDue() {
        ledger.add(Sessions.council());
        join(ledger, "member", "2026-11-01");
        assertEquals(List.of("p-member 2026-12-01"), people("7-1(3)②"));
        attend(hold("2026-11-20"), "member", "欠席");
        assertEquals(List.of("p-member 2026-12-01"), people("7-1(3)②"));
        attend(hold("2026-11-21"), "member", "出席");
        assertEquals(List.of(), people("7-1(3)②"));
    }

    @Test
    @DisplayName("7-1(3)① Everybody is due twelve months after the last session, but for who has left")
    void everybodyIsDuePeriodically() {
        ledger.add(Sessions.council());
        join(ledger, "member", "2025-04-01");
        String staff = join(ledger, "staff", "2025-04-01");
        String old = hold("2025-10-01");
        attend(old, "member", "出席");
        attend(old, "staff", "出席");
        assertEquals(List.of("p-member 2026-10-01", "p-staff 2026-10-01"), people("7-1(3)①"));
        attend(hold("2026-11-01"), "member", "出席");
        assertEquals(List.of("p-member 2027-11-01", "p-staff 2026-10-01"), people("7-1(3)①"));
        Entry term = ledger.ledger().get(ledger.people().caller(Role.STAFF), Reliances.Members.LEDGER, staff);
        ledger.act(Role.STAFF, term, "leave", Map.of());
        assertEquals(List.of("p-member 2027-11-01"), people("7-1(3)①"));
    }

    @Test
    @DisplayName("7-1(3)① Without a register of members the session itself is due, and the people on paper")
    void withoutChapterOne() {
        hold("2026-01-15");
        assertEquals(List.of("2027-01-15"), due("7-1(3)①"));
        ledger.add(Sessions.council());
        assertEquals(List.of(), due("7-1(3)①"));
    }

    @Test
    @DisplayName("7-1(2) A session for all lists those of whom nothing is recorded")
    void absenteesAreListed() {
        ledger.add(Sessions.council());
        join(ledger, "member", "2025-04-01");
        join(ledger, "staff", "2026-11-21");
        String all = hold("2026-11-20");
        assertEquals(List.of("attendance:" + all + ":p-member"), keys("7-1(2)", "attendance:"));
        attend(all, "member", "欠席");
        assertEquals(List.of(), keys("7-1(2)", "attendance:"));
    }

    @Test
    @DisplayName("7-1(1)② The procedure in force is taught within the period")
    void newVersionIsTaught() {
        ledger.add(Sessions.council());
        procedure("第1版", "2026-04-01");
        assertEquals(List.of("2027-04-01"), due("7-1(1)②"));
        hold("2026-11-20");
        assertEquals(List.of(), due("7-1(1)②"));
        procedure("第2版", "2026-11-22");
        assertEquals(List.of("2027-11-22"), due("7-1(1)②"));
    }

    @Test
    @DisplayName("7-1(3)③ Each incident and each big change of work asks for a decision, and the decision for a session")
    void triggersAskForADecision() {
        ledger.add(Sessions.council());
        ledger.add(Sessions.incidents());
        Entry report = ledger.enter(Role.STAFF, Reliances.REPORTS,
                Map.of("discoveredAt", "2026-11-10T10:00:00+09:00"));
        Entry change = ledger.enter(Role.STAFF, Reliances.Reviews.LEDGER,
                Map.of("document", "実施手順", "workChange", true));
        ledger.enter(Role.STAFF, Reliances.Reviews.LEDGER, Map.of("document", "実施手順", "workChange", false));
        assertEquals(Set.of("ask:" + report.id(), "ask:" + change.id()), Set.copyOf(keys("7-1(3)③", "")));
        Entry decision = ledger.enter(Role.STAFF, Decision.LEDGER,
                Map.of("cause", "事件等の発生", "details", "鍵の紛失", "source", report.id()));
        assertEquals(List.of("ask:" + change.id(), "decide:" + decision.id()), keys("7-1(3)③", ""));
        ledger.act(Role.MANAGER, decision, "decide",
                Map.of("needed", true, "staffConcerned", "窓口の職員", "dueOn", "2026-12-20"));
        assertEquals(List.of("ask:" + change.id(), "hold:" + decision.id()), keys("7-1(3)③", ""));
        ledger.enter(Role.STAFF, Session.LEDGER,
                with(with(with(session("2026-11-23"), "decision", decision.id()), "incidentTopic", "取り上げた"),
                        "incidents", "鍵の紛失"));
        assertEquals(List.of("ask:" + change.id()), keys("7-1(3)③", ""));
    }

    @Test
    @DisplayName("7-1(1)③ Without chapter 6 the incidents are looked up on paper, until the manager approves the session")
    void withoutChapterSix() {
        String held = hold("2026-11-20");
        assertEquals(List.of("reports:" + held), keys("7-1(1)③", ""));
        assertTrue(duties("7-1(1)③").get(0).title().ja().contains("未導入 — 紙で確認"));
        LedgerModule incidents = Sessions.incidents();
        ledger.add(incidents);
        assertEquals(List.of(), keys("7-1(1)③", ""));
        ledger.remove(incidents);
        ledger.ledger().act(ledger.people().caller(Role.MANAGER), Session.LEDGER, held, "approve", null,
                new Submission(Map.of(), null, Map.of(), null));
        assertEquals(List.of(), keys("7-1(1)③", ""));
    }

    @Test
    @DisplayName("7-1(3)③ An asset with which the work changes a lot asks for a decision, once")
    void changedAssetsAskForADecision() {
        Neighbour inventory = Neighbour.keeping("assets.inventory", "name:text", "workChange:boolean");
        ledger.add(inventory);
        Entry asset = inventory.enter(ledger, Map.of("name", "会計システム", "workChange", true));
        inventory.enter(ledger, Map.of("name", "議事録", "workChange", false));
        inventory.enter(ledger, Map.of("name", "はさみ"));
        assertEquals(List.of("ask:" + asset.id()), keys("7-1(3)③", ""));
        assertTrue(duties("7-1(3)③").get(0).title().ja().contains("会計システム"));
        Entry decision = ledger.enter(Role.STAFF, Decision.LEDGER,
                Map.of("cause", "情報資産の変更による事務の大幅な変更", "details", "会計システム", "source", asset.id()));
        assertEquals(List.of("decide:" + decision.id()), keys("7-1(3)③", ""));
    }

    private String hold(String day) {
        return ledger.enter(Role.STAFF, Session.LEDGER, session(day)).id();
    }

    private void attend(String session, String person, String result) {
        ledger.enter(Role.STAFF, Attendance.LEDGER, Map.of("session", session, "person", person, "result", result));
    }

    private void procedure(String version, String effectiveOn) {
        ledger.enter(Role.STAFF, "council.documents",
                Map.of("kind", "情報セキュリティ実施手順", "version", version, "effectiveOn", effectiveOn));
    }

    private List<Duty> duties(String clause) {
        return ledger.duties().duties(ledger.people().caller(Role.MANAGER), LocalDate.of(2026, 11, 23)).stream()
                .filter(d -> d.ledger().startsWith("training.") && d.clause().equals(clause)).toList();
    }

    private List<String> due(String clause) {
        return duties(clause).stream().map(d -> d.due().toString()).toList();
    }

    private List<String> people(String clause) {
        return duties(clause).stream().map(d -> d.who().id() + " " + d.due()).sorted().toList();
    }

    private List<String> keys(String clause, String prefix) {
        return duties(clause).stream().map(Duty::key).filter(k -> k.startsWith(prefix)).sorted().toList();
    }
}
