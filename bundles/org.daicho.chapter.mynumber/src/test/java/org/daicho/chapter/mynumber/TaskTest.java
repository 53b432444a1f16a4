package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.FEES;
import static org.daicho.chapter.mynumber.Office.TASK;
import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.use;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Entry;
import org.daicho.ledger.contract.TestLedger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    @Test
    @DisplayName("2-1(2) 8-2(1) 8-2(2) 8-2(3) 8-2(11)① once the law has a task no more, it is refused from the next day on")
    void endedTask(@TempDir Path folder) {
        LawData law = LawData.read();
        LawData ended = new LawData(List.of(new LawData.Task(law.tasks().get(0).names(), 7,
                new LawData.Span(LocalDate.of(2016, 1, 1), LAST))), law.payments(), law.addressees(), law.number(),
                law.identity(), law.authority());
        try (TestLedger ledger = TestLedger.open(folder, new MyNumberChapter(ended))) {
            Office office = new Office(ledger);
            office.designate("handler", "second");
            Map<String, Object> before = with(receipt(), "receivedOn", LAST.toString());
            Entry receipt = office.checked(before);
            assertEquals(Set.of("purpose 2-1(2)"),
                    office.broken(() -> office.enter("handler", Receipts.LEDGER, receipt())));
            office.enter("handler", Uses.LEDGER, with(use("2026-1"), "usedAt", LAST + "T09:00:00+09:00"));
            assertEquals(Set.of("purpose 8-2(1)"),
                    office.broken(() -> office.enter("handler", Uses.LEDGER, use("2026-1"))));
            Map<String, Object> request = Map.of("payee", "講師 花子", "task", TASK, "payment", FEES, "expectedAmount",
                    80_000L);
            office.enter("handler", Requests.LEDGER, with(request, "requestedOn", LAST.toString()));
            assertEquals(Set.of("task 8-2(2)"), office.broken(() -> office.enter("handler", Requests.LEDGER, request)));
            assertEquals(Set.of("task 8-2(3)"), office.broken(() -> office.enter("handler", Files.LEDGER,
                    Map.of("name", "台帳", "task", TASK, "necessity", "作成"))));
            assertEquals(Set.of("addressee 8-2(11)①"), office.broken(() -> office.submitted(receipt)));
        }
    }
}
