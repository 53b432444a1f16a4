package org.daicho.chapter.council.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.chapter.council.Councils;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClauseBoardTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private ClauseBooks books;
    private ClauseBoard board;

    @BeforeEach
    void open() {
        ledger = Councils.open(folder);
        books = new ClauseBooks();
        books.add("council", getClass().getResource("/clauses/council.json"));
        board = new ClauseBoard(ledger.ledger(), ledger.sheets(), ledger.duties(), books, ledger.clock());
    }

    @Test
    @DisplayName("0-6(2)② Every clause of the procedure is on the board, once, with its wording where its module is there")
    void everyClauseIsThere() {
        List<Row> rows = rows(Role.MEMBER);
        assertEquals(Procedure.modulesByClause().size(), rows.stream().map(Row::clause).distinct().count());
        assertEquals("0-1", rows.get(0).clause());
        assertEquals("8-3", rows.get(rows.size() - 1).clause());
        assertEquals("委員活動場所(荻窪地域区民センター内)", row("1-2(2)②").text());
        assertEquals("委員活動場所(荻窪地区民センター内)", row("1-2(2)②").scan());
        assertEquals(List.of("council.instructions", "council.members"), row("1-3").ledgers());
    }

    @Test
    @DisplayName("0-6(2)② What is not installed says 未導入, what no ledger serves 現物確認")
    void absentAndAttested() {
        Row absent = row("5-4(3)");
        assertEquals(Row.State.ABSENT, absent.state());
        assertEquals("未導入 — 紙で確認", absent.state().label().ja());
        assertEquals(List.of("facilities"), absent.absent());
        assertNull(absent.text());
        assertEquals(Row.State.ATTEST, row("0-6(2)②").state());
        assertEquals(List.of("facilities"), row("1-2(2)①").absent());
    }

    @Test
    @DisplayName("0-6(2)②, 1-1, 0-7(1) A clause is empty, then kept by its newest evidence, and a gap once something is overdue")
    void evidenceAndGaps() {
        assertEquals(Row.State.EMPTY, row("0-7(1)").state());
        ledger.enter(Role.STAFF, "council.profile", Map.of("name", "試験協議会", "ward", "杉並区", "validFrom", "2026-04-01"));
        assertEquals(new Evidence("council.profile", LocalDate.of(2026, 11, 23)), row("0-7(1)").evidence());
        assertEquals(Row.State.KEPT, row("0-7(1)").state());
        assertEquals(Row.State.EMPTY, row("1-3").state());
        ledger.clock().goTo(LocalDate.of(2028, 3, 1));
        assertEquals(LocalDate.of(2026, 11, 23), row("0-7(1)").evidence().day());
        assertEquals(Row.State.GAP, row("1-3").state());
        assertEquals(List.of("管理責任者（会長）が名簿にいません。会長を登録してください。"),
                row("1-3").gaps().stream().map(gap -> gap.title().ja()).toList());
    }

    @Test
    @DisplayName("0-6(2)②, 0-1, 0-3 Another chapter's clauses come with its bundle, its check is evidence of the clause that asks for it")
    void otherChapters() throws Exception {
        assertEquals(Row.State.ATTEST, row("0-1").state());
        assertEquals(Row.State.ABSENT, row("2-3(2)").state());
        ledger.add(Councils.assets());
        Path book = folder.resolve("assets.json");
        Files.writeString(book, """
                {"clauses": [{"id": "2-3(2)", "heading": "管理", "text": "点検", "system": {"ja": "あ", "en": "a"}}]}""");
        books.add("assets", book.toUri().toURL());
        assertEquals("点検", row("2-3(2)").text());
        assertEquals(Row.State.EMPTY, row("2-3(2)").state());
        ledger.enter(Role.STAFF, "assets.inventory", Map.of("name", "名簿"));
        assertEquals("assets.inventory", row("0-1").evidence().ledger());
        assertNull(row("2-3(2)").evidence());
        ledger.sheets().sign(ledger.people().caller(Role.MANAGER), "assets.inventory", SheetPeriod.CURRENT,
                new CheckSubmission("異状なし", Map.of(), List.of()));
        assertEquals(LocalDate.of(2026, 11, 23), row("2-3(2)").evidence().day());
        assertNull(rows(Role.MEMBER).stream().filter(r -> r.clause().equals("2-3(2)")).findFirst().orElseThrow()
                .evidence(), "a member may not read that ledger, but the board");
        assertTrue(row("0-3").text().startsWith("情報の機密性、完全性、可用性"));
    }

    @Test
    @DisplayName("0-6(2)② A chapter of a document of its own has its clauses on the board, after the procedure's")
    void ownDocuments() throws Exception {
        Path book = folder.resolve("lending.json");
        Files.writeString(book, """
                {"clauses": [{"id": "9-1", "heading": "貸出し", "text": "記録する", "system": {"ja": "あ", "en": "a"}},
                             {"id": "0-1", "heading": "目的", "text": "別", "system": {"ja": "あ", "en": "a"}}]}""");
        books.add("lending", book.toUri().toURL());
        List<Row> rows = rows(Role.MEMBER);
        assertEquals(Procedure.modulesByClause().size() + 1, rows.size());
        Row last = rows.get(rows.size() - 1);
        assertEquals("9-1", last.clause());
        assertEquals(List.of("lending"), last.modules());
        assertEquals("記録する", last.text());
        assertEquals(Row.State.ATTEST, last.state());
        assertFalse(row("0-1").modules().contains("lending"), "the procedure's own text stays");
    }

    @Test
    @DisplayName("0-6(2)② An operator reads no ledger, and so no board")
    void operatorsReadNothing() {
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> rows(Role.OPERATOR)).kind());
    }

    private List<Row> rows(Role role) {
        return board.rows(ledger.people().caller(role));
    }

    private Row row(String clause) {
        return rows(Role.MANAGER).stream().filter(r -> r.clause().equals(clause)).findFirst().orElseThrow();
    }
}
