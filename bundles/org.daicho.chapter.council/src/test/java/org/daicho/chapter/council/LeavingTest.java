package org.daicho.chapter.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.daicho.chapter.council.deputy.Instruction;
import org.daicho.chapter.council.leaving.Leaving;
import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTest {

    private static final Map<String, Object> ON_PAPER = Map.of("paperCheck", "紙の台帳を確認。控えは書庫1");
    private static final Map<String, Object> RETURNED = Map.of("outcome", "返却");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private Holdings holdings;
    private Entry term;

    @BeforeEach
    void open() {
        ledger = People.open(folder);
        holdings = new Holdings();
        ledger.add(holdings);
        term = People.seat(ledger).get(2);
    }

    @Test
    @DisplayName("2-4 B社: a sheet is closed only when each item is listed, confirmed by another and no longer open")
    void everyItemIsSeenTo() {
        Entry laptop = holdings.lend(ledger, "ノートPC", "member");
        Entry sheet = enter("2026-11-23");
        assertEquals(2, ledger.violations(() -> list(sheet)).size());
        Entry held = line("ノートPC", laptop);
        line("名簿", term);
        list(sheet);
        List<String> open = ledger.violations(() -> shut(sheet)).stream().map(v -> v.message().ja()).toList();
        assertTrue(open.contains("まだ終わっていないものがあります: ノートPCを返却してください。"), open.toString());
        assertTrue(open.contains("返却又は廃棄がまだ確認されていません: ノートPC"), open.toString());
        holdings.giveBack(ledger, laptop);
        ledger.act(Role.MANAGER, term, Member.LEAVE, Map.of("leftOn", "2026-11-23"));
        assertBroken(() -> shut(sheet));
        confirmAll();
        Entry closed = shut(sheet);
        assertEquals(Leaving.CLOSED, closed.state());
        assertEquals("会長 一郎", closed.fields().person("closedBy").name());
        assertEquals("職員 三子", ledger.get(Role.MEMBER, held).fields().person("confirmedBy").name());
    }

    @Test
    @DisplayName("2-4 Who leaves neither confirms returns nor keeps the sheet, whatever their role")
    void leaverConfirmsNothing() {
        Entry own = ledger.enter(Role.MANAGER, Leaving.LEDGER, Map.of("person", "staff", "leavingOn", "2026-11-23"));
        Entry line = ledger.enter(Role.MANAGER, Leaving.ITEMS, Map.of("person", "staff", "item", "鍵"));
        assertBroken(() -> ledger.act(Role.STAFF, line, Leaving.CONFIRM, RETURNED));
        assertBroken(() -> ledger.act(Role.STAFF, own, Leaving.LIST, Map.of()));
        assertBroken(() -> ledger.enter(Role.STAFF, Leaving.LEDGER, Map.of("person", "staff", "leavingOn",
                "2026-11-30")));
        ledger.act(Role.MANAGER, line, Leaving.CONFIRM, RETURNED);
    }

    @Test
    @DisplayName("2-4 What is not installed is named 未導入 — 紙で確認 and has to be checked on paper")
    void absentModulesAreNamed() {
        ledger.act(Role.MANAGER, term, Member.LEAVE, Map.of("leftOn", "2026-11-23"));
        Entry sheet = enter("2026-11-23");
        String absent = "第3章 持ち出し・廃棄、第4章 パソコン・ライセンス、第5章 鍵・入退室、第6章 事件・事故、第7章 研修、第8章 特定個人情報";
        assertEquals(List.of("委員 四郎さんの退会: 未導入 — 紙で確認: " + absent), due("paper"));
        list(sheet);
        Violation violation = ledger.violations(() -> ledger.act(Role.MANAGER, sheet, Leaving.CLOSE, Map.of()))
                .get(0);
        assertEquals(Leaving.PAPER_CHECK, violation.field());
        assertTrue(violation.message().ja().endsWith("未導入 — 紙で確認 です。確認の結果と控えの保管場所を書いてください: " + absent));
        shut(sheet);
        assertEquals(List.of(), due("paper"));
    }

    @Test
    @DisplayName("2-4 Each open item of each module is due on the day of leaving, and so is the sheet")
    void openItemsAreDue() {
        Entry laptop = holdings.lend(ledger, "ノートPC", "member");
        Entry sheet = enter("2026-11-30");
        assertEquals(List.of("委員 四郎さんの退会: 名簿の「委員」に退会日を記入し、退会としてください。", "委員 四郎さんの退会: ノートPCを返却してください。"),
                due("item"));
        assertTrue(ledger.dutiesOf("council").stream().map(Duty::key)
                .anyMatch(("item:" + sheet.id() + ":assets.inventory:" + laptop.id())::equals));
        assertEquals(List.of("委員 四郎さんの「退会時の確認」を完了してください。"), due("sheet"));
    }

    @Test
    @DisplayName("2-4 A sheet is closed no earlier than the day of leaving")
    void notBeforeTheDay() {
        ledger.act(Role.MANAGER, term, Member.LEAVE, Map.of("leftOn", "2026-11-23"));
        Entry sheet = enter("2026-11-24");
        list(sheet);
        assertBroken(() -> shut(sheet));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        shut(sheet);
    }

    @Test
    @DisplayName("2-4 Who left without a sheet is a gap; a deputy's instruction is an open item")
    void leavingNeedsASheet() {
        ledger.act(Role.MANAGER, term, Member.LEAVE, Map.of("leftOn", "2026-11-23"));
        assertEquals(1, People.duties(ledger, Member.LEDGER, "2-4").size());
        enter("2026-11-23");
        assertEquals(List.of(), People.duties(ledger, Member.LEDGER, "2-4"));
        ledger.enter(Role.MANAGER, Instruction.LEDGER, People.instruction("2026-11-23", "2026-12-31"));
        List<String> ledgers = ledger.look(view -> view.openItems(ledger.people().person("deputy"))).stream()
                .map(item -> item.ledger()).toList();
        assertEquals(List.of(Instruction.LEDGER, Member.LEDGER), ledgers.stream().sorted().toList());
    }

    @Test
    @DisplayName("2-4 A sheet stays the person's whose items hang on it; its day may be corrected")
    void sheetStaysThePersons() {
        Entry sheet = enter("2026-11-23");
        assertBroken(() -> ledger.correct(Role.MANAGER, sheet, Map.of("person", "deputy", "leavingOn", "2026-11-23")));
        ledger.correct(Role.MANAGER, sheet, Map.of("person", "member", "leavingOn", "2026-11-30"));
    }

    @Test
    @DisplayName("2-4 Items belong to an open sheet and to entries that there are")
    void itemsAreOfASheet() {
        assertBroken(() -> line("ノートPC", term));
        enter("2026-11-23");
        assertBroken(() -> enter("2026-11-23"));
        assertBroken(() -> ledger.enter(Role.STAFF, Leaving.ITEMS,
                Map.of("person", "member", "item", "鍵", "itemLedger", "assets.inventory", "itemEntry", "none")));
        assertBroken(() -> ledger.enter(Role.STAFF, Leaving.ITEMS,
                Map.of("person", "member", "item", "鍵", "itemLedger", "assets.inventory")));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(
                () -> ledger.enter(Role.MEMBER, Leaving.ITEMS, Map.of("person", "member", "item", "鍵"))).kind());
    }

    private Entry enter(String leavingOn) {
        return ledger.enter(Role.STAFF, Leaving.LEDGER, Map.of("person", "member", "leavingOn", leavingOn));
    }

    private Entry line(String item, Entry entry) {
        return ledger.enter(Role.STAFF, Leaving.ITEMS, new HashMap<>(Map.of("person", "member", "item", item,
                "itemLedger", entry.ledger(), "itemEntry", entry.id())));
    }

    private Entry list(Entry sheet) {
        return ledger.act(Role.STAFF, sheet, Leaving.LIST, Map.of());
    }

    private Entry shut(Entry sheet) {
        return ledger.act(Role.MANAGER, sheet, Leaving.CLOSE, ON_PAPER);
    }

    private void confirmAll() {
        ledger.look(view -> view.all(Leaving.ITEMS))
                .forEach(line -> ledger.act(Role.STAFF, line, Leaving.CONFIRM, RETURNED));
    }

    private List<String> due(String key) {
        return ledger.dutiesOf("council").stream()
                .filter(d -> d.ledger().equals(Leaving.LEDGER) && d.key().startsWith(key + ":"))
                .map(d -> d.title().ja()).sorted((a, b) -> b.length() - a.length()).toList();
    }

    private void assertBroken(Supplier<?> call) {
        assertEquals(List.of("2-4"), ledger.violations(call).stream().map(Violation::clause).distinct().toList());
    }
}
