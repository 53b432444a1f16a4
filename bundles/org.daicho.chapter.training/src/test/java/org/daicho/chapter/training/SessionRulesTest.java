package org.daicho.chapter.training;

import static org.daicho.chapter.training.Sessions.session;
import static org.daicho.chapter.training.Sessions.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRulesTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(folder, new TrainingChapter(12, 30));
    }

    @Test
    @DisplayName("7-1(3)① A session is entered once it was held")
    void notAhead() {
        assertBroken("7-1(3)①", () -> enter(session("2026-11-24")));
        enter(session("2026-11-23"));
    }

    @Test
    @DisplayName("7-1(1)①④ A session has at least one topic, and (4) alone suffices")
    void hasATopic() {
        Map<String, Object> nothing = with(with(session("2026-11-20"), "procedureTopic", false), "procedureVersion",
                null);
        assertBroken("7-1(1)①", () -> enter(nothing));
        enter(with(nothing, "otherTopic", "新しい施錠の手順"));
        enter(with(nothing, "lawTopic", true));
    }

    @Test
    @DisplayName("7-1(1)② The version of the procedure that was taught is named")
    void namesTheVersion() {
        assertBroken("7-1(1)②", () -> enter(with(session("2026-11-20"), "procedureVersion", null)));
    }

    @Test
    @DisplayName("7-1(1)③ Incidents that were discussed are named")
    void namesTheIncidents() {
        Map<String, Object> discussed = with(session("2026-11-20"), "incidentTopic", "取り上げた");
        assertBroken("7-1(1)③", () -> enter(discussed));
        enter(with(discussed, "incidents", "鍵の置き忘れ"));
    }

    @Test
    @DisplayName("7-1(1)③ With an incident since the last session none is said to be 該当なし")
    void incidentsAreNotOverlooked() {
        ledger.add(Sessions.incidents());
        enter(session("2026-06-01"));
        report("2026-09-10T10:00:00+09:00");
        Violation overlooked = ledger.violations(() -> enter(session("2026-11-20"))).get(0);
        assertEquals("incidentTopic", overlooked.field());
        assertEquals("7-1(1)③", overlooked.clause());
        enter(with(with(session("2026-11-20"), "incidentTopic", "取り上げた"), "incidents", "9月10日の件"));
        enter(session("2026-11-22"));
        report("2026-11-23T09:00:00+09:00");
        assertBroken("7-1(1)③", () -> enter(session("2026-11-23")));
    }

    @Test
    @DisplayName("7-1(1)③ The incidents since the last session are listed by themselves, until a session discusses them")
    void incidentsAreListed() {
        enter(session("2025-11-01"));
        ledger.add(Sessions.incidents());
        assertEquals(List.of(), titles("7-1(1)③"));
        report("2026-10-05T09:00:00+09:00");
        report("2026-09-10T10:00:00+09:00");
        assertEquals(List.of("次の研修で、前回の研修より後に報告された事件・事故2件（2026-09-10, 2026-10-05）を取り上げてください。"),
                titles("7-1(1)③"));
        assertEquals(List.of("2026-11-01"), due("7-1(1)③"), "with the next periodic session");
        assertTrue(ledger.violations(() -> enter(session("2026-11-20"))).get(0).message().ja()
                .contains("2件報告されています（2026-09-10, 2026-10-05）"));
        enter(with(with(session("2026-11-20"), "incidentTopic", "取り上げた"), "incidents", "2件"));
        assertEquals(List.of(), titles("7-1(1)③"));
    }

    @Test
    @DisplayName("7-1(2) The manager approves a session, and again where what was approved is corrected")
    void managerApproves() {
        Entry held = enter(session("2026-11-20"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(Role.STAFF, held, "approve", Map.of())).kind());
        assertEquals(List.of("2026-11-20"), due("7-1(2)"));
        ledger.act(Role.MANAGER, held, "approve", Map.of());
        assertEquals(List.of(), due("7-1(2)"));
        ledger.correct(Role.STAFF, held, with(session("2026-11-20"), "lawTopic", true));
        assertEquals("held", ledger.get(Role.STAFF, held).state());
        assertEquals(List.of("2026-11-20"), due("7-1(2)"));
    }

    @Test
    @DisplayName("7-1(2) A session says where the attendance on paper is kept")
    void paperIsKept() {
        Entry held = enter(with(session("2026-11-20"), "keptAt", "書庫1"));
        assertEquals("書庫1", ledger.get(Role.STAFF, held).fields().text("keptAt"));
    }

    @Test
    @DisplayName("7-1(2) Attendance belongs to a session, stands once for each person, and is never rewritten")
    void attendanceStands() {
        Entry held = enter(session("2026-11-20"));
        assertBroken("7-1(2)", () -> attend("unknown", "member", "出席"));
        Entry attended = attend(held.id(), "member", "欠席");
        assertBroken("7-1(2)", () -> attend(held.id(), "member", "出席"));
        assertEquals(Kind.NOT_FOUND, ledger.refusal(() -> ledger.correct(Role.MANAGER, attended,
                Map.of("session", held.id(), "person", "member", "result", "出席"))).kind());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> retract(Role.STAFF, attended)).kind());
        retract(Role.MANAGER, attended);
        attend(held.id(), "member", "出席");
    }

    @Test
    @DisplayName("7-1(3)③ A decision for training says for whom and by when, one against it says why")
    void decisionsAreFounded() {
        Entry asked = decide("その他", null);
        assertBroken("7-1(3)③", () -> ledger.act(Role.MANAGER, asked, "decide", Map.of("needed", false)));
        assertEquals(List.of("dueOn", "staffConcerned"),
                ledger.violations(() -> ledger.act(Role.MANAGER, asked, "decide", Map.of("needed", true))).stream()
                        .map(Violation::field).sorted().toList());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(
                () -> ledger.act(Role.STAFF, asked, "decide", Map.of("needed", false, "grounds", "影響なし"))).kind());
        ledger.act(Role.MANAGER, asked, "decide", Map.of("needed", false, "grounds", "影響なし"));
        decide("その他", "report-1");
        assertBroken("7-1(3)③", () -> decide("その他", "report-1"));
        assertBroken("7-1(3)③", () -> enter(with(session("2026-11-20"), "decision", "unknown")));
    }

    private Entry enter(Map<String, Object> session) {
        return ledger.enter(Role.STAFF, Session.LEDGER, session);
    }

    private Entry attend(String session, String person, String result) {
        return ledger.enter(Role.STAFF, Attendance.LEDGER,
                Map.of("session", session, "person", person, "result", result));
    }

    private Entry retract(Role as, Entry attendance) {
        return ledger.act(as, attendance, "retract", Map.of("retractionReason", "名簿の見間違い"));
    }

    private Entry decide(String cause, String source) {
        Map<String, Object> fields = new HashMap<>(Map.of("cause", cause, "details", "担当替え"));
        fields.put("source", source);
        return ledger.enter(Role.STAFF, Decision.LEDGER, fields);
    }

    private void report(String at) {
        ledger.enter(Role.STAFF, Reliances.REPORTS, Map.of("discoveredAt", at));
    }

    private List<String> titles(String clause) {
        return ledger.dutiesOf("training").stream().filter(d -> d.clause().equals(clause)).map(d -> d.title().ja())
                .toList();
    }

    private List<String> due(String clause) {
        return ledger.dutiesOf("training").stream().filter(d -> d.clause().equals(clause))
                .map(d -> d.due().toString()).toList();
    }

    private void assertBroken(String clause, Supplier<?> call) {
        assertEquals(List.of(clause), ledger.violations(call).stream().map(Violation::clause).toList());
    }
}
