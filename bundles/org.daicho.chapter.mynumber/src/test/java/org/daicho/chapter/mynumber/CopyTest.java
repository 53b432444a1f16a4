package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.TASK;
import static org.daicho.chapter.mynumber.Office.copy;
import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CopyTest extends OfficeTest {

    private String number;
    private Entry source;

    @BeforeEach
    void receive() {
        source = office.checked(receipt());
        number = source.fields().text("receiptNumber");
    }

    @Test
    @DisplayName("8-2(6)① a copy is recorded with how much, of what stands open")
    void recorded() {
        assertEquals(Set.of("quantity 8-2(6)①"), broken(with(copy(number), "quantity", null)));
        assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(copy("2026-9")));
        assertEquals(Set.of("copiedAt 8-2(6)①"), broken(with(copy(number), "copiedAt", "2026-11-24T09:00:00+09:00")));
        assertEquals(Set.of("receiptNumber 8-2(5)④"),
                broken(with(copy(number), "copiedAt", "2026-11-22T09:00:00+09:00")));
        assertEquals("recorded", enter(copy(number)).state());
        office.submitted(source);
        assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(copy(number)));
    }

    @Test
    @DisplayName("8-2(5)④ without a No. the paper's columns find the one open receipt of that name, and no other")
    void foundByName() {
        Map<String, Object> paper = with(copy(number), "receiptNumber", null);
        enter(paper);
        assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(with(paper, "document", "別の書類")));
        office.checked(receipt());
        assertEquals(Set.of("receiptNumber 8-2(5)④"), broken(paper));
        enter(copy(number));
    }

    @Test
    @DisplayName("8-2(6)① a copy becomes a No. of its own, or is disposed of in its row, before it is checked")
    void settled() {
        Entry kept = enter(copy(number));
        Entry shredded = enter(copy(number));
        assertEquals(Set.of("copyReceipt 8-2(6)①"), office.broken(() -> office.act("second", kept, "check", Map.of())));
        assertEquals(2, office.due("8-2(6)①").size());
        String own = office.checked(new HashMap<>(Map.of("document", "写し", "purpose", TASK, "ground",
                Receipts.Ground.COPY, "copiedFrom", number, "storage", "書庫3", "lockedStorage", true))).fields()
                .text("receiptNumber");
        for (String wrong : List.of(number, "2026-99")) {
            assertEquals(Set.of("copyReceipt 8-2(6)①"),
                    office.broken(() -> office.act("handler", kept, "settle", Map.of("copyReceipt", wrong))));
        }
        assertEquals(1, office.gaps(Receipts.LEDGER, "8-3").size());
        office.act("handler", kept, "settle", Map.of("copyReceipt", own));
        assertEquals(List.of(), office.gaps(Receipts.LEDGER, "8-3"));
        assertEquals(Set.of("copyDisposalMethod 8-2(7)"), office
                .broken(() -> office.act("handler", shredded, "settle", Map.of("copyDisposedOn", "2026-11-23"))));
        assertEquals(Set.of("copyDisposedOn 8-2(6)①"), office.broken(() -> office.act("handler", shredded, "settle",
                Map.of("copyDisposedOn", "2026-11-22", "copyDisposalMethod", "データの削除"))));
        office.act("handler", shredded, "settle", Map.of("copyDisposedOn", "2026-11-23", "copyDisposalMethod",
                "物理的消去（シュレッダー・破砕・粉砕）"));
        assertEquals("checked", office.act("second", kept, "check", Map.of()).state());
        assertEquals("checked", office.act("second", shredded, "check", Map.of()).state());
        assertEquals(List.of(), office.due("8-2(6)①"));
    }

    @Test
    @DisplayName("8-2(6)② who carried it was a handler that day")
    void handlerOfTheDay() {
        assertEquals(Set.of("operator 8-2(6)②"), broken(with(copy(number), "operator", "staff")));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertEquals("second", enter(with(copy(number), "operator", "second")).fields().person("operator").name());
    }

    private Entry enter(Map<String, Object> fields) {
        return office.enter("handler", Copies.LEDGER, fields);
    }

    private Set<String> broken(Map<String, Object> fields) {
        return office.broken(() -> enter(fields));
    }
}
