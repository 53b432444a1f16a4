package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CorrectionTest extends OfficeTest {

    @Test
    @DisplayName("8-2(8) a correction reports itself to the manager, before and after, masked")
    void reported() {
        Entry receipt = office.checked(receipt());
        assertEquals(List.of(), office.due("8-2(8)"));
        office.correct("handler", receipt, with(with(receipt(), "document", "山田 花子の通知カード"), "noticeShownOn",
                "2026-11-19"));
        Text report = office.due("8-2(8)").get(0).title();
        assertTrue(report.ja().contains("特定個人情報等(ファイル名・書類名)：講＊＊＊ → 山＊＊＊"), report.ja());
        assertTrue(report.ja().contains("書面を提示した日：2026-11-20 → 2026-11-19"), report.ja());
        assertTrue(report.ja().contains("担当 五子さんが2026-11-23に訂正しました（理由：書き誤り）"), report.ja());
        assertFalse(report.ja().contains("花子") || report.ja().contains("点検"), report.ja());
        assertTrue(report.en().contains("Document or file: 講＊＊＊ → 山＊＊＊"), report.en());
    }

    @Test
    @DisplayName("8-2(8) the report is a gap of the month until the manager acknowledges it, and nobody else does")
    void acknowledged() {
        Entry receipt = office.checked(receipt());
        Entry use = office.check(office.enter("handler", Uses.LEDGER, Office.use("2026-1")));
        office.correct("handler", receipt, with(receipt(), "payee", "講師 花子"));
        office.correct("handler", use, with(Office.use("2026-1"), "remarks", "備考"));
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-2(8)").size());
        assertEquals(1, office.gaps(Uses.LEDGER, "8-2(8)").size());
        assertTrue(office.gaps(Receipts.LEDGER, "8-2(8)").get(0).contains("空欄 → 講＊＊＊"));
        assertEquals(Kind.FORBIDDEN,
                ledger.refusal(() -> office.act("second", receipt, "acknowledge", Map.of())).kind());
        Entry seen = ledger.act(Role.MANAGER, receipt, "acknowledge", Map.of("correctionFinding", "問題なし"));
        assertEquals("received", seen.state());
        assertEquals("会長 一郎", seen.fields().person("correctionSeenBy").name());
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-2(8)"));
        office.correct("handler", receipt, receipt());
        assertEquals(List.of("correction:" + receipt.id() + ":5", "correction:" + use.id() + ":3"),
                office.due("8-2(8)").stream().map(Duty::key).sorted((a, b) -> a.endsWith("5") ? -1 : 1).toList());
        office.check(receipt);
        assertEquals(2, office.due("8-2(8)").size());
    }
}
