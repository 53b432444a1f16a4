package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.use;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrossCheckTest extends OfficeTest {

    private Entry receipt;
    private String number;

    @BeforeEach
    void receive() {
        receipt = office.checked(receipt());
        number = receipt.fields().text("receiptNumber");
    }

    @Test
    @DisplayName("8-3 what fits leaves no gap; what is submitted without any use in 様式9 is one")
    void submittedUnused() {
        office.submitted(receipt);
        List<String> gaps = office.gaps(Receipts.LEDGER, "8-3");
        assertEquals(1, gaps.size());
        assertTrue(gaps.get(0).contains("様式9"), gaps.get(0));
        office.check(office.enter("handler", Uses.LEDGER, with(use(number), "usedAt", "2026-11-23T08:00:00+09:00")));
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-3"));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-3"));
    }

    @Test
    @DisplayName("8-3 7×9×10: who handled it is on 様式7 that day; the day of release still counts")
    void handlersOfTheDay() {
        office.enter("handler", Uses.LEDGER, with(use(number), "usedBy", "second"));
        office.enter("handler", Copies.LEDGER, with(Office.transport(number), "operator", "second"));
        office.enter("handler", Receipts.LEDGER, with(receipt(), "receivedBy", "second"));
        Entry row = row("second");
        ledger.act(Role.MANAGER, row, "release", Map.of());
        for (String id : List.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)) {
            assertEquals(List.of(), office.gaps(id, "8-3"));
        }
        ledger.act(Role.MANAGER, row, "release", Map.of("releasedOn", "2026-11-20"));
        for (String id : List.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)) {
            assertEquals(1, office.gaps(id, "8-3").size(), id);
            assertTrue(office.gaps(id, "8-3").get(0).contains("様式7"));
        }
    }

    @Test
    @DisplayName("8-3 8×9×10: what was used stood open that day and bears the same name, also once 様式8 was corrected")
    void openThatDay() {
        office.enter("handler", Uses.LEDGER, use(number));
        office.enter("handler", Copies.LEDGER, Office.transport(number));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-3"));
        office.correct("handler", receipt, with(receipt(), "document", "別の書類"));
        for (String id : List.of(Uses.LEDGER, Copies.LEDGER)) {
            assertTrue(office.gaps(id, "8-3").get(0).contains("「別の書類」と違います"));
        }
        office.correct("handler", receipt, with(with(receipt(), "receivedOn", "2026-11-10"), "noticeShownOn",
                "2026-11-10"));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-3"));
        office.act("second", receipt, "check", Map.of());
        office.act("handler", receipt, "submit", with(Office.submission(), "disposedOn", "2026-11-20"));
        for (String id : List.of(Uses.LEDGER, Copies.LEDGER)) {
            assertTrue(office.gaps(id, "8-3").get(0).contains("受け払い中ではありません"));
        }
    }

    @Test
    @DisplayName("8-3 what was erased leaves no gap of the rows that were about it")
    void erasedIsNoGap() {
        office.check(office.enter("handler", Uses.LEDGER, use(number)));
        office.act("handler", receipt, "dispose", Office.disposal());
        ledger.ledger().erase(office.caller("second"), Receipts.LEDGER, receipt.id(),
                new Erasure("保存期限", "シュレッダー", "会長"));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-3"));
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-3"));
    }

    @Test
    @DisplayName("8-2(5)① a handler who looks on a day without any work on record is asked what for; the manager is not")
    void lookedWithoutWork() {
        ledger.ledger().get(office.caller("handler"), Receipts.LEDGER, receipt.id());
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        ledger.ledger().get(office.caller("handler"), Receipts.LEDGER, receipt.id());
        ledger.ledger().versions(office.caller("second"), Receipts.LEDGER, receipt.id());
        ledger.ledger().get(ledger.people().caller(Role.MANAGER), Receipts.LEDGER, receipt.id());
        office.enter("second", Uses.LEDGER, use(number));
        ledger.clock().goTo(LocalDate.of(2026, 11, 25));
        List<String> gaps = office.gaps(Uses.LEDGER, "8-2(5)①");
        assertEquals(1, gaps.size(), gaps::toString);
        assertTrue(gaps.get(0).contains("2026-11-24に特定個人情報等の台帳を1件閲覧しましたが"), gaps.get(0));
        office.enter("handler", Uses.LEDGER, with(use(number), "usedAt", "2026-11-24T11:00:00+09:00"));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-2(5)①"));
    }

    @Test
    @DisplayName("8-2(12) rows that nobody checked are due, and gaps of the month")
    void unchecked() {
        office.enter("handler", Uses.LEDGER, use(number));
        office.enter("handler", Copies.LEDGER, Office.transport(number));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertEquals(1, office.gaps(Uses.LEDGER, "8-2(12)").size());
        assertEquals(1, office.gaps(Copies.LEDGER, "8-2(12)").size());
    }

    @Test
    @DisplayName("8-1(2)① where chapter 6 is absent, the month's check asks for the reports on paper")
    void reportsOnPaper() {
        office.enter("handler", Uses.LEDGER, use(number));
        assertTrue(office.gaps(Uses.LEDGER, "8-1(2)①").get(0).endsWith("（未導入 — 紙で確認）。"));
        ledger.add(Neighbour.keeping("incidents.reports", "contents:text"));
        assertEquals(List.of(), office.gaps(Uses.LEDGER, "8-1(2)①"));
    }

    @Test
    @DisplayName("8-3 the manager signs 様式8, 9 and 10 for the month, once each gap is explained")
    void signed() {
        office.enter("handler", Uses.LEDGER, use(number));
        office.submitted(receipt);
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        for (String id : List.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)) {
            Map<String, String> explanations = new HashMap<>();
            ledger.gaps(id, Office.MONTH).forEach(g -> explanations.put(g.id(), "紙で確かめた"));
            if (!explanations.isEmpty()) {
                assertEquals(Kind.INVALID, ledger.refusal(() -> sign(Role.MANAGER, id, Map.of())).kind());
            }
            assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> sign(Role.HANDLER, id, explanations)).kind());
            assertNotNull(sign(Role.MANAGER, id, explanations));
        }
    }

    private Object sign(Role role, String id, Map<String, String> explanations) {
        return ledger.sheets().sign(ledger.people().caller(role), id, Office.MONTH,
                new CheckSubmission("確認した", explanations, List.of()));
    }

    private Entry row(String account) {
        return ledger.look(view -> view.find(Handlers.LEDGER, "handler", ledger.people().person(account).id())).get(0);
    }
}
