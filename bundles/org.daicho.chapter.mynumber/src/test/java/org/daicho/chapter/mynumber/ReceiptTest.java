package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.TASK;
import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Notices;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest extends OfficeTest {

    /** What the paper alone asks for. */
    private static final Map<String, Object> PAPER = Map.of("document", "扶養控除等申告書", "purpose", TASK);

    @Test
    @DisplayName("8-2(5)④ the No. is given as 年度-連番, and the rest of the paper's columns suffice to enter")
    void numbered() {
        Entry first = office.enter("handler", Receipts.LEDGER, PAPER);
        Entry second = office.enter("handler", Receipts.LEDGER, PAPER);
        assertEquals(List.of("2026-1", "2026-2"),
                List.of(first.fields().text("receiptNumber"), second.fields().text("receiptNumber")));
        assertEquals("received", first.state());
        assertEquals("2026-11-23", first.fields().text("receivedOn"));
        assertEquals("担当 五子", first.fields().person("receivedBy").name());
    }

    @Test
    @DisplayName("8-2(4) 8-2(9) 8-2(10) 8-2(5)③ a receipt is not complete without its ground, both checks, notice and place")
    void completeBeforeChecked() {
        Entry entry = office.enter("handler", Receipts.LEDGER, PAPER);
        assertEquals(Set.of("ground 8-2(4)", "numberCheck 8-2(9)", "identityCheck 8-2(9)", "noticeVersion 8-2(10)",
                "noticeShownOn 8-2(10)", "storage 8-2(5)③"),
                office.broken(() -> office.act("second", entry, "check", Map.of())));
        Map<String, Object> rest = new HashMap<>(receipt());
        rest.keySet().removeAll(PAPER.keySet());
        Entry complete = office.act("handler", entry, "complete", rest);
        assertEquals("received", complete.state());
        assertEquals("担当 五子", complete.fields().person("completedBy").name());
        Entry checked = office.act("second", entry, "check", Map.of());
        assertEquals("checked", checked.state());
        assertEquals("second", checked.fields().person("checkedBy").name());
    }

    @Test
    @DisplayName("8-2(9) what a receipt lacks is told until it is checked")
    void lacksAreTold() {
        office.enter("handler", Receipts.LEDGER, PAPER);
        Duty due = office.due("8-2(12)").get(0);
        assertEquals(LocalDate.of(2026, 11, 23), due.due());
        assertTrue(due.title().ja().contains("番号確認の書類、身元確認の書類"), due.title().ja());
        assertEquals("担当 五子", due.who().name());
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-2(12)").size());
    }

    @Test
    @DisplayName("2-1(2) 8-2(1) a purpose that is not on the list of tasks is refused; both of its names are taken")
    void taskOfTheList() {
        office.enter("handler", Receipts.LEDGER, with(receipt(), "purpose", "源泉徴収票等の法定調書作成事務"));
        assertEquals(Set.of("purpose 2-1(2)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "purpose", "会員名簿の作成"))));
        String number = office.checked(receipt()).fields().text("receiptNumber");
        assertEquals(Set.of("purpose 8-2(1)"), office.broken(
                () -> office.enter("handler", Uses.LEDGER, with(Office.use(number), "purpose", "会員名簿の作成"))));
    }

    @Test
    @DisplayName("2-1(2) a task is taken on days on which the law has it")
    void taskOfTheDay() {
        ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", "staff", "scope", "試験", "designatedOn",
                "2015-10-05"));
        assertEquals(Set.of("purpose 2-1(2)"), office.broken(() -> office.enter("handler", Receipts.LEDGER,
                with(with(PAPER, "receivedOn", "2015-12-31"), "receivedBy", "staff"))));
    }

    @ParameterizedTest(name = "8-1(1)① {0} enters nothing and reads nothing but as the table has it")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "OPERATOR", "MANAGER", "DEPUTY"})
    void onlyHandlersEnter(Role role) {
        Entry entry = office.enter("handler", Receipts.LEDGER, receipt());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.enter(role, Receipts.LEDGER, receipt())).kind());
        if (role == Role.MANAGER || role == Role.DEPUTY) {
            ledger.get(role, entry);
        } else {
            assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.get(role, entry)).kind());
        }
    }

    @Test
    @DisplayName("8-2(10) a notice that is shown afterwards is refused; an agent needs authority")
    void noticeComesBefore() {
        assertEquals(Set.of("noticeShownOn 8-2(10)"), office.broken(() -> office.enter("handler", Receipts.LEDGER,
                with(with(receipt(), "receivedOn", "2026-11-20"), "noticeShownOn", "2026-11-21"))));
        Map<String, Object> agent = with(receipt(), "ground", Receipts.Ground.AGENT);
        assertEquals(Set.of("agent 8-2(10)", "agentAuthority 8-2(10)"),
                office.broken(() -> office.checked(agent)));
        office.checked(with(with(agent, "agent", "講師 太郎"), "agentAuthority", "委任状（任意代理人）"));
        assertEquals(Set.of("ground 8-2(10)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "agent", "講師 太郎"))));
    }

    @Test
    @DisplayName("8-2(10) the notice is one that the manager approved, in use on that day; until there is one, a gap says so")
    void noticeIsRegistered() {
        office.checked(receipt());
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-2(10)").size());
        Entry notice = office.enter("handler", Notices.LEDGER, Map.of("version", "第１版", "task", TASK, "text",
                "支払調書を作成するためだけに利用します。", "validFrom", "2026-04-01"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> office.act("second", notice, "approve", Map.of())).kind());
        ledger.act(Role.MANAGER, notice, "approve", Map.of());
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(10)"));
        assertEquals(Set.of("noticeVersion 8-2(10)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "noticeVersion", "第2版"))));
        ledger.act(Role.MANAGER, notice, "withdraw", Map.of("withdrawnOn", "2026-11-21"));
        office.enter("handler", Receipts.LEDGER, receipt());
        assertEquals(Set.of("noticeVersion 8-2(10)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "noticeShownOn", "2026-11-22"))));
    }

    @ParameterizedTest(name = "8-2(9) {0} issued {1} and {2} issued {3}: {4}")
    @CsvSource(nullValues = "-", value = {"運転免許証, -, -, -, -", "資格確認書, -, -, -, identityCheck2",
            "資格確認書, -, 資格確認書, -, identityCheck2", "資格確認書, -, 年金手帳・基礎年金番号通知書, -, -",
            "健康保険の被保険者証, -, 資格確認書, -, identityCheck", "公共料金の領収証書, -, 資格確認書, -, identityIssuedOn",
            "公共料金の領収証書, 2026-05-22, 資格確認書, -, identityIssuedOn",
            "公共料金の領収証書, 2026-05-23, 資格確認書, -, -", "公共料金の領収証書, 2026-11-24, 資格確認書, -, identityIssuedOn",
            "資格確認書, -, 公共料金の領収証書, -, identityIssuedOn2",
            "資格確認書, -, 公共料金の領収証書, 2026-05-01, identityIssuedOn2"})
    void documents(String first, String issued, String second, String issued2, String broken) {
        Map<String, Object> fields = with(with(with(with(receipt(), "identityCheck", first), "identityIssuedOn",
                issued), "identityCheck2", second), "identityIssuedOn2", issued2);
        if (broken == null) {
            office.checked(fields);
        } else {
            assertEquals(Set.of(broken + " 8-2(9)"), office.broken(() -> office.checked(fields)));
        }
    }

    @Test
    @DisplayName("8-2(9) an expired document and a check that lies ahead are refused; kinds are kept, no number, no image")
    void expiredDocuments() {
        assertEquals(Set.of("identityValidUntil 8-2(9)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "identityValidUntil", "2026-11-22"))));
        office.enter("handler", Receipts.LEDGER, with(receipt(), "identityValidUntil", "2026-11-23"));
        assertEquals(Set.of("identityCheckedOn 8-2(9)"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "identityCheckedOn", "2026-11-24"))));
        assertEquals(Set.of("identityNumber null"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "identityNumber", "12"))));
    }

    @Test
    @DisplayName("8-2(4) what is kept beyond its ground or its retention is to be disposed of")
    void keptTooLong() {
        Entry ended = office.checked(with(receipt(), "keepUntil", "2026-11-10"));
        assertEquals(List.of("2026-11-10"), dues());
        office.act("handler", ended, "end-ground", Map.of("groundEndedOn", "2026-11-15", "groundEndReason", "契約の終了"));
        assertEquals(List.of("2026-11-10", "2026-11-15"), dues());
        office.act("handler", ended, "dispose", Office.disposal());
        assertEquals(List.of(), dues());
        office.checked(receipt());
        ledger.clock().goTo(LocalDate.of(2033, 11, 23));
        assertEquals(List.of("2034-03-31"), dues());
    }

    private List<String> dues() {
        return office.due("8-2(4)").stream().map(d -> d.due().toString()).toList();
    }

    @Test
    @DisplayName("8-2(6)① a copy's receipt names what it was made from, and needs no identity check of its own")
    void copiedFrom() {
        String number = office.checked(receipt()).fields().text("receiptNumber");
        Map<String, Object> copy = Map.of("document", "写し", "purpose", TASK, "ground", Receipts.Ground.COPY, "storage",
                "書庫3", "lockedStorage", true);
        assertEquals(Set.of("copiedFrom 8-2(6)①"), office.broken(() -> office.checked(copy)));
        assertEquals(Set.of("copiedFrom 8-2(6)①"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(copy, "copiedFrom", "2026-99"))));
        office.checked(with(copy, "copiedFrom", number));
    }

    @Test
    @DisplayName("8-2(5)④ what is received lies behind")
    void receivedBefore() {
        assertEquals(Set.of("receivedOn 8-2(5)④"), office.broken(
                () -> office.enter("handler", Receipts.LEDGER, with(receipt(), "receivedOn", "2026-11-24"))));
    }

    @Test
    @DisplayName("8-2(13)① as long as no terminal is registered, the month's check says so; the records ask for one")
    void terminal() {
        office.checked(receipt());
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-2(13)①").size());
        Neighbour terminals = Neighbour.keeping("access.terminals", "name:text");
        ledger.add(terminals);
        terminals.enter(ledger, Map.of("name", "事務局のパソコン1"));
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(13)①"));
        assertEquals(Set.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER, Files.LEDGER, Access.LEDGER, Requests.LEDGER),
                Set.copyOf(
                        ledger.definitions("mynumber").stream().filter(d -> d.terminal()).map(d -> d.id()).toList()));
    }
}
