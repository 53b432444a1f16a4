package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.FEES;
import static org.daicho.chapter.mynumber.Office.TASK;
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

import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.law.LawFiles;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    @Test
    @DisplayName("2-1(2) 8-2(1) 8-2(2) 8-2(3) 8-2(11)① once the law has a task no more, it is refused from the next day on")
    void endedTask(@TempDir Path folder) {
        LawData law = LawFiles.open(null).data();
        LawData ended = new LawData(List.of(new LawData.Task(law.tasks().get(0).names(), 7,
                new LawData.Span(LocalDate.of(2016, 1, 1), LAST))), law.payments(), law.addressees(), law.number(),
                law.identity(), law.authority());
        try (TestLedger ledger = TestLedger.open(folder,
                new MyNumberChapter(new LawFiles(ended, 0, List.of()), Office.USUAL))) {
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

    @Test
    @DisplayName("8-2(2) 8-2(10) a payment or a document of authority that the law ended is refused from the next day on")
    void endedDocuments(@TempDir Path folder) {
        LawData law = LawFiles.open(null).data();
        LawData.Span until = new LawData.Span(LocalDate.of(2016, 1, 1), LAST);
        LawData ended = new LawData(law.tasks(), List.of(new LawData.Payment(FEES, 50_000, until)), law.addressees(),
                law.number(), law.identity(), List.of(new LawData.Document("委任状（任意代理人）", 1, null, until)));
        try (TestLedger ledger = TestLedger.open(folder,
                new MyNumberChapter(new LawFiles(ended, 0, List.of()), Office.USUAL))) {
            Office office = new Office(ledger);
            office.designate("handler", "second");
            Map<String, Object> request = Map.of("payee", "講師 花子", "task", TASK, "payment", FEES, "expectedAmount",
                    80_000L);
            assertEquals(Set.of("payment 8-2(2)"),
                    office.broken(() -> office.enter("handler", Requests.LEDGER, request)));
            office.enter("handler", Requests.LEDGER, with(request, "requestedOn", LAST.toString()));
            Map<String, Object> agent = with(with(with(receipt(), "ground", Receipts.Ground.AGENT), "agent", "講師 太郎"),
                    "agentAuthority", "委任状（任意代理人）");
            assertEquals(Set.of("agentAuthority 8-2(10)"),
                    office.broken(() -> office.enter("handler", Receipts.LEDGER, agent)));
            office.enter("handler", Receipts.LEDGER, with(agent, "identityCheckedOn", LAST.toString()));
        }
    }

    @Test
    @DisplayName("2-1(2) 8-2(1) a council's own list of tasks, with its citations, takes the bundle's place")
    void ownTasks(@TempDir Path folder) throws Exception {
        Path law = java.nio.file.Files.createDirectory(folder.resolve("law"));
        Map<String, Object> added = with(receipt(), "purpose", "災害時の事務");
        MyNumberChapter bundled = new MyNumberChapter(LawFiles.open(law), Office.USUAL);
        try (TestLedger ledger = TestLedger.open(folder.resolve("ledger"), bundled)) {
            Office office = new Office(ledger);
            office.designate("handler", "second");
            office.enter("handler", Receipts.LEDGER, receipt());
            assertEquals(Set.of("purpose 2-1(2)"),
                    office.broken(() -> office.enter("handler", Receipts.LEDGER, added)));
            java.nio.file.Files.writeString(law.resolve("tasks.json"), tasks(1));
            ledger.remove(bundled);
            ledger.add(new MyNumberChapter(LawFiles.open(law), Office.USUAL));
            office.enter("handler", Receipts.LEDGER, added);
            office.enter("handler", Receipts.LEDGER, receipt());
        }
    }

    @Test
    @DisplayName("2-1(2) a file that cannot be read is told, and the bundle's stands in for it")
    void unreadable(@TempDir Path folder) throws Exception {
        for (String broken : List.of("{", "{}", tasks(0), tasks(1).replace("2016-01-01", "2016-13-01"),
                tasks(1).replace("\"keepYears\": 7", "\"keepYears\": \"7\""))) {
            java.nio.file.Files.writeString(folder.resolve("tasks.json"), broken);
            LawFiles files = LawFiles.open(folder);
            assertEquals(List.of("tasks.json"), files.problems(), broken);
            assertEquals(LawFiles.open(null).data().tasks(), files.data().tasks(), broken);
            assertEquals(0, files.revision(), broken);
        }
        try (TestLedger ledger = TestLedger.open(folder.resolve("ledger"),
                new MyNumberChapter(LawFiles.open(folder), Office.USUAL))) {
            assertTrue(ledger.dutiesOf("mynumber").stream()
                    .anyMatch(d -> d.clause().equals("2-1(2)") && d.title().ja().contains("tasks.json")));
        }
    }

    private static String tasks(int revision) {
        return """
                {"revision": %d,
                 "tasks": [
                  {"names": ["源泉徴収票等の法定調書作成事務", "報酬等の法定調書の作成に関する事務"], "article": "番号法第9条第4項",
                   "from": "2016-01-01", "keepYears": 7},
                  {"names": ["災害時の事務"], "article": "番号法第9条第5項", "from": "2016-01-01", "keepYears": 3}],
                 "payments": [{"name": "報酬・料金等", "over": 50000, "from": "2016-01-01"}],
                 "addressees": [{"name": "税務署", "pattern": "税務署", "from": "2016-01-01"}]}
                """.formatted(revision);
    }
}
