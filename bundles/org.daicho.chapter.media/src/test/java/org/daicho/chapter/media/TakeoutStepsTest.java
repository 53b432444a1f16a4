package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakeoutStepsTest {

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter());
    }

    @Test
    @DisplayName("3-2(1) A take-out goes from the request to the confirmed return, and the paper's columns fill themselves")
    void wholeLife() {
        Entry entry = ask();
        assertEquals("requested", entry.state());
        entry = ledger.act(Role.DEPUTY, entry, "approve", Map.of());
        assertEquals("approved", entry.state());
        assertEquals(Role.DEPUTY, entry.as());
        entry = step(Role.STAFF, entry, "take-out");
        assertEquals("out", entry.state());
        entry = step(Role.STAFF, entry, "return");
        assertEquals("returned", entry.state());
        entry = step(Role.STAFF, entry, "confirm-return");
        assertEquals("confirmed", entry.state());
        assertEquals("2026-11-23", entry.fields().text("takenOn"));
        assertEquals("委員 四郎", entry.fields().person("takenBy").name());
        assertEquals("事務局長 次郎", entry.fields().person("approvedBy").name());
        assertEquals("2026-11-23", entry.fields().text("returnedOn"));
        assertEquals("職員 三子", entry.fields().person("returnConfirmedBy").name());
    }

    @Test
    @DisplayName("3-2(1) Whoever asks carries, unless staff name someone else")
    void askerCarries() {
        Map<String, Object> request = with(request(), "takenBy", null);
        assertEquals("p-member", enter(Role.MEMBER, request).fields().person("takenBy").id());
        assertEquals("p-staff", enter(Role.STAFF, request).fields().person("takenBy").id());
        assertEquals("p-member", enter(Role.STAFF, request()).fields().person("takenBy").id());
    }

    @ParameterizedTest(name = "3-2(1) {0} is refused before the approval")
    @ValueSource(strings = {"take-out", "return", "confirm-return", "report-lost", "find", "extend"})
    void nothingBeforeTheApproval(String step) {
        Entry entry = ask();
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> step(Role.MANAGER, entry, step)).kind());
    }

    @ParameterizedTest(name = "3-2(1) What is {0} is not taken out")
    @CsvSource({"reject, rejected", "withdraw, withdrawn"})
    void refusedStaysInside(String step, String state) {
        Entry ended = step(Role.MANAGER, ask(), step);
        assertEquals(state, ended.state());
        for (String next : List.of("approve", "take-out", "reject", "withdraw")) {
            assertEquals(Kind.CONFLICT, ledger.refusal(() -> step(Role.MANAGER, ended, next)).kind());
        }
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> ledger.correct(Role.STAFF, ended, request())).kind());
    }

    @Test
    @DisplayName("3-2(1) An approval can be given up before the asset goes out, a rejection says why")
    void approvalIsWithdrawn() {
        Entry approved = step(Role.MANAGER, ask(), "approve");
        assertEquals("withdrawn", step(Role.STAFF, approved, "withdraw").state());
        Entry rejected = ledger.act(Role.MANAGER, ask(), "reject", Map.of("rejectionReason", "写しで足りる"));
        assertEquals("写しで足りる", rejected.fields().text("rejectionReason"));
    }

    @ParameterizedTest(name = "3-2(1) {0} does not ask for a take-out")
    @EnumSource(value = Role.class, names = {"MANAGER", "DEPUTY", "HANDLER", "OPERATOR"})
    void whoAsks(Role role) {
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> enter(role, request())).kind());
    }

    @ParameterizedTest(name = "3-2(1) {0} neither approves nor rejects")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void whoApproves(Role role) {
        Entry entry = ask();
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> step(role, entry, "approve")).kind());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> step(role, entry, "reject")).kind());
    }

    @Test
    @DisplayName("3-2(1) A member asks for, takes and returns what is the member's own, and touches no other request")
    void membersActOnTheirOwn() {
        assertEquals("takenBy", ledger.violations(() -> enter(Role.MEMBER, with(request(), "takenBy", "staff")))
                .get(0).field());
        Entry own = step(Role.MANAGER, enter(Role.MEMBER, request()), "approve");
        own = step(Role.MEMBER, step(Role.MEMBER, own, "take-out"), "return");
        Entry returned = own;
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> step(Role.MEMBER, returned, "confirm-return")).kind());
        Entry other = step(Role.MANAGER, enter(Role.STAFF, with(request(), "takenBy", "staff")), "approve");
        for (String step : List.of("take-out", "withdraw")) {
            assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> step(Role.MEMBER, other, step)).kind());
        }
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.correct(Role.MEMBER, other, request())).kind());
    }

    @Test
    @DisplayName("3-2(1) What a step sets is neither handed in nor corrected")
    void stepsAloneSetTheirColumns() {
        for (String column : List.of("takenOn", "returnedOn")) {
            assertEquals(column,
                    ledger.violations(() -> enter(Role.STAFF, with(request(), column, "2026-11-23"))).get(0).field());
        }
        Entry approved = step(Role.MANAGER, ask(), "approve");
        assertEquals("approvedBy", ledger.violations(
                () -> ledger.correct(Role.STAFF, approved, with(request(), "approvedBy", "deputy"))).get(0).field());
        assertEquals("approvedBy", ledger.violations(
                () -> ledger.act(Role.MANAGER, ask(), "approve", Map.of("approvedBy", "deputy"))).get(0).field());
    }

    @ParameterizedTest(name = "3-2(1) Correcting {0} asks for a new approval")
    @CsvSource({"asset, 別の名簿", "takenBy, staff", "contents, 120名分", "purpose, 別の目的", "destination, 別の会場",
            "dueOn, 2026-11-30", "medium, USBメモリ"})
    void correctionUndoesTheApproval(String column, String value) {
        Entry approved = step(Role.MANAGER, ask(), "approve");
        Entry corrected = ledger.correct(Role.STAFF, approved, with(request(), column, value));
        assertEquals("requested", corrected.state());
        assertFalse(corrected.fields().has("approvedBy"));
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> step(Role.STAFF, corrected, "take-out")).kind());
    }

    @Test
    @DisplayName("3-2(1) Correcting what no approval covers leaves it approved")
    void remarksAreNotApproved() {
        Entry approved = step(Role.MANAGER, ask(), "approve");
        assertEquals("approved", ledger.correct(Role.STAFF, approved, with(request(), "remarks", "封筒入り")).state());
    }

    @Test
    @DisplayName("3-2(1) Lost and found: what is found is returned on that day, and then confirmed")
    void lostAndFound() {
        Entry out = Media.out(ledger, request());
        Entry lost = ledger.act(Role.STAFF, out, "report-lost", Map.of("lossDetails", "電車に置き忘れた"));
        assertEquals("lost", lost.state());
        assertEquals("2026-11-23", lost.fields().text("lostOn"));
        Entry found = ledger.act(Role.STAFF, lost, "find", Map.of("findDetails", "駅に届いていた"));
        assertEquals("returned", found.state());
        assertEquals("2026-11-23", found.fields().text("returnedOn"));
        assertEquals("confirmed", step(Role.STAFF, found, "confirm-return").state());
    }

    @Test
    @DisplayName("3-2(1) 様式2 prints the rows that went out and no other")
    void sheetPrintsWhatWentOut() {
        Entry asked = ask();
        Entry approved = step(Role.MANAGER, ask(), "approve");
        Entry rejected = step(Role.MANAGER, ask(), "reject");
        Entry out = Media.out(ledger, request());
        Entry lost = step(Role.STAFF, Media.out(ledger, request()), "report-lost");
        Entry returned = step(Role.STAFF, Media.out(ledger, request()), "return");
        List<String> printed = ledger.sheets()
                .sheet(ledger.people().caller(Role.STAFF), Takeouts.LEDGER, SheetPeriod.parse("2026-11"))
                .rows().stream().map(Sheet.Row::entry).map(Entry::id).toList();
        for (Entry went : List.of(out, lost, returned)) {
            assertEquals(true, printed.contains(went.id()), went.state());
        }
        for (Entry stayed : List.of(asked, approved, rejected)) {
            assertEquals(false, printed.contains(stayed.id()), stayed.state());
        }
    }

    private static Entry ask() {
        return enter(Role.STAFF, request());
    }

    private static Entry enter(Role role, Map<String, Object> fields) {
        return ledger.enter(role, Takeouts.LEDGER, fields);
    }

    private static Entry step(Role role, Entry entry, String step) {
        return ledger.act(role, entry, step, step.equals("extend") ? Map.of("extendedTo", "2026-12-01") : Map.of());
    }
}
