package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.use;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.law.LawFiles;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.OpenItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandlerTest extends OfficeTest {

    private static final Map<String, Object> THIRD = Map.of("handler", "third", "scope", "報酬");

    @ParameterizedTest(name = "8-1(1)① {0} keeps no 様式7")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void onlyTheManagerKeepsTheRegister(Role role) {
        ledger.people().person("third");
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.enter(role, Handlers.LEDGER, THIRD)).kind());
    }

    @Test
    @DisplayName("8-1(1)① what someone received, used or copied who is not on 様式7 that day is refused")
    void onlyWhoIsOnTheRegister() {
        ledger.people().person("outsider");
        assertEquals(Set.of("receivedBy 8-1(1)①"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "receivedBy", "outsider"))));
        assertEquals(Set.of("receivedBy 8-1(1)①"), office.broken(() -> office.enter("handler", Receipts.LEDGER,
                with(with(receipt(), "receivedOn", "2026-03-31"), "noticeShownOn", "2026-03-31"))));
        assertEquals(Set.of("identityCheckedBy 8-1(1)①"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "identityCheckedBy", "outsider"))));
        String number = number(office.checked(receipt()));
        assertEquals(Set.of("usedBy 8-2(5)①"), office.broken(
                () -> office.enter("handler", Uses.LEDGER, with(use(number), "usedBy", "outsider"))));
        assertEquals(Set.of("operator 8-2(6)②"), office.broken(() -> office.enter("handler", Copies.LEDGER,
                with(Office.transport(number), "operator", "outsider"))));
    }

    @Test
    @DisplayName("8-1(1)① a person is on 様式7 once at a time, and again after a release")
    void onceAtATime() {
        assertEquals(Set.of("handler 8-1(1)①"), office.broken(() -> office.designate("second")));
        ledger.people().person("third");
        Entry third = ledger.enter(Role.MANAGER, Handlers.LEDGER, THIRD);
        ledger.act(Role.MANAGER, third, "release", Map.of());
        ledger.enter(Role.MANAGER, Handlers.LEDGER, THIRD);
    }

    @Test
    @DisplayName("8-1(1)② whoever is released has no rights from that day on")
    void releaseEndsTheRights() {
        String number = number(office.checked(receipt()));
        office.enter("second", Uses.LEDGER, use(number));
        Entry row = row("second");
        assertEquals(Set.of("releasedOn 8-1(1)②"), office.broken(
                () -> ledger.act(Role.MANAGER, row, "release", Map.of("releasedOn", "2026-03-31"))));
        Entry released = ledger.act(Role.MANAGER, row, "release", Map.of("releaseReason", "担当替え"));
        assertEquals("2026-11-23", released.fields().text("releasedOn"));
        assertEquals("released", released.state());
        assertEquals(Set.of("usedBy 8-2(5)①"),
                office.broken(() -> office.enter("handler", Uses.LEDGER, with(use(number), "usedBy", "second"))));
    }

    @Test
    @DisplayName("8-1(1)② what a released handler received is to be handed over, to another handler")
    void handover() {
        office.enter("second", Receipts.LEDGER, receipt());
        Entry row = row("second");
        ledger.act(Role.MANAGER, row, "release", Map.of());
        Duty due = office.due("8-1(1)②").get(0);
        assertEquals(LocalDate.of(2026, 11, 23), due.due());
        assertTrue(due.title().ja().contains("引継ぎ"));
        for (String nobody : List.of("second", "staff")) {
            assertEquals(Set.of("handoverTo 8-1(1)②"), office.broken(
                    () -> ledger.act(Role.MANAGER, row, "confirm-handover", Map.of("handoverTo", nobody))));
        }
        Entry done = ledger.act(Role.MANAGER, row, "confirm-handover", Map.of("handoverTo", "handler"));
        assertEquals("会長 一郎", done.fields().person("handoverConfirmedBy").name());
        assertEquals(List.of(), office.due("8-1(1)②"));
    }

    @Test
    @DisplayName("8-1(1)② 2-4 a handover is of what was received until then: what came later is handed over anew")
    void laterReceipts() {
        office.enter("second", Receipts.LEDGER, receipt());
        Entry first = row("second");
        ledger.act(Role.MANAGER, first, "release", Map.of());
        ledger.act(Role.MANAGER, first, "confirm-handover", Map.of("handoverTo", "handler"));
        assertEquals(Set.of(), open());
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        Entry again = ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", "second", "scope", "報酬"));
        Entry later = office.enter("second", Receipts.LEDGER, receipt());
        ledger.act(Role.MANAGER, again, "release", Map.of());
        assertEquals(List.of("handover:" + again.id()), office.due("8-1(1)②").stream().map(Duty::key).toList());
        assertEquals(List.of(later.id()), ledger.look(view -> view.openItems(ledger.people().person("second")))
                .stream().map(OpenItem::entry).toList());
        ledger.act(Role.MANAGER, again, "confirm-handover", Map.of("handoverTo", "handler"));
        assertEquals(List.of(), office.due("8-1(1)②"));
        assertEquals(Set.of(), open());
    }

    @Test
    @DisplayName("8-1(1)② who left the council is to be released")
    void leftCouncil() {
        Neighbour members = Neighbour.keeping("council.members", "person:person", "termTo:date", "leftOn:date");
        ledger.add(members);
        Entry term = members.enter(ledger, Map.of("person", "second"));
        assertEquals(List.of(), office.due("8-1(1)②"));
        ledger.correct(Role.STAFF, term, Map.of("person", "second", "leftOn", "2026-11-20"));
        assertEquals(List.of(LocalDate.of(2026, 11, 20)), office.due("8-1(1)②").stream().map(Duty::due).toList());
        ledger.act(Role.MANAGER, row("second"), "release", Map.of());
        assertEquals(List.of(), office.due("8-1(1)②"));
    }

    @Test
    @DisplayName("2-4 a designation and what is held stand open when a person leaves")
    void openItems() {
        Entry receipt = office.enter("second", Receipts.LEDGER, receipt());
        assertEquals(Set.of("mynumber.handlers", "mynumber.receipts"), open());
        ledger.act(Role.MANAGER, row("second"), "release", Map.of());
        assertEquals(Set.of("mynumber.receipts"), open());
        office.act("handler", receipt, "dispose", Office.disposal());
        assertEquals(Set.of(), open());
    }

    private Set<String> open() {
        return Set.copyOf(ledger.look(view -> view.openItems(ledger.people().person("second"))).stream()
                .map(OpenItem::ledger).toList());
    }

    @Test
    @DisplayName("8-2(5)② who runs the system is no handler")
    void operatorIsNoHandler() {
        Neighbour grants = Neighbour.keeping("access.grants", "person:person", "role:text", "to:date");
        ledger.add(grants);
        ledger.people().person("third");
        grants.enter(ledger, Map.of("person", "third", "role", "operator", "to", "2026-11-22"));
        ledger.act(Role.MANAGER, ledger.enter(Role.MANAGER, Handlers.LEDGER, THIRD), "release", Map.of());
        grants.enter(ledger, Map.of("person", "third", "role", "operator"));
        assertEquals(Set.of("handler 8-2(5)②"),
                office.broken(() -> ledger.enter(Role.MANAGER, Handlers.LEDGER, THIRD)));
    }

    @Test
    @DisplayName("7-1(3)② where the council wants it so, only who was at a training is designated")
    void onlyTheTrained(@TempDir Path folder) {
        try (TestLedger own = TestLedger.open(folder,
                new MyNumberChapter(LawFiles.open(null), new MyNumberChapter.Choices(true, 12)))) {
            own.people().person("third");
            Entry onPaper = own.enter(Role.MANAGER, Handlers.LEDGER, THIRD);
            own.act(Role.MANAGER, onPaper, "release", Map.of());
            Neighbour training = Neighbour.keeping("training.attendance", "person:person", "result:text")
                    .step("retract", "retracted");
            own.add(training);
            Entry present = training.enter(own, Map.of("person", "third", "result", "出席"));
            own.act(Role.MANAGER, own.enter(Role.MANAGER, Handlers.LEDGER, THIRD), "release", Map.of());
            own.act(Role.STAFF, present, "retract", Map.of());
            training.enter(own, Map.of("person", "third", "result", "欠席"));
            assertEquals(List.of("7-1(3)②"),
                    own.violations(() -> own.enter(Role.MANAGER, Handlers.LEDGER, THIRD)).stream()
                            .map(v -> v.clause()).toList());
            own.correct(Role.MANAGER, onPaper, Map.of("handler", "third", "scope", "支払調書", "designatedOn",
                    "2026-11-23"));
        }
    }

    private Entry row(String account) {
        return ledger.look(view -> view.find(Handlers.LEDGER, "handler", ledger.people().person(account).id())).get(0);
    }

    private static String number(Entry receipt) {
        return receipt.fields().text("receiptNumber");
    }
}
