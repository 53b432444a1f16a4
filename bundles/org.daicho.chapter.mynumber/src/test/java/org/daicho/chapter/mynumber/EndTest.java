package org.daicho.chapter.mynumber;

import static org.daicho.chapter.mynumber.Office.disposal;
import static org.daicho.chapter.mynumber.Office.receipt;
import static org.daicho.chapter.mynumber.Office.submission;
import static org.daicho.chapter.mynumber.Office.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndTest extends OfficeTest {

    private static final Erasure SHREDDED = new Erasure("保存期限の経過", "シュレッダー", "会長 一郎");
    private static final List<String> ITEMS = List.of("provisionPurpose", "provisionLaw", "provisionScope",
            "provisionItems", "provisionForm");

    @Test
    @DisplayName("8-2(11)② nothing is submitted before the five items, or the document that states them, are there")
    void fiveItems() {
        Entry receipt = office.checked(receipt());
        Map<String, Object> fields = with(submission(), "provisionCitation", null);
        Set<String> all = office.broken(() -> office.act("handler", receipt, "submit", fields));
        assertEquals(5, all.size());
        ITEMS.forEach(item -> assertTrue(all.contains(item + " 8-2(11)②"), item));
        Map<String, Object> stated = new HashMap<>(fields);
        ITEMS.subList(1, 5).forEach(item -> stated.put(item, "記載"));
        assertEquals(Set.of("provisionPurpose 8-2(11)②"),
                office.broken(() -> office.act("handler", receipt, "submit", stated)));
        stated.put("provisionPurpose", "所得税の賦課");
        assertEquals("submitted", office.act("handler", receipt, "submit", stated).state());
    }

    @Test
    @DisplayName("8-2(11)① 8-2(6)③ it is submitted to whom the law has it filed within the task, and to nobody else")
    void addressee() {
        Entry receipt = office.checked(receipt());
        assertEquals(Set.of("addressee 8-2(11)①"), office.broken(
                () -> office.act("handler", receipt, "submit", with(submission(), "addressee", null))));
        assertEquals(Set.of("addressee 8-2(6)③"), office.broken(
                () -> office.act("handler", receipt, "submit", with(submission(), "addressee", "名簿業者"))));
        Entry submitted = office.act("handler", receipt, "submit", submission());
        assertEquals("2026-11-23", submitted.fields().text("disposedOn"));
        assertEquals("担当 五子", submitted.fields().person("disposedBy").name());
    }

    @Test
    @DisplayName("8-2(12) what was not checked is not submitted; days and persons of the end are those of 様式7 and 8")
    void notBeforeTheCheck() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        assertEquals(Kind.CONFLICT, ledger.refusal(() -> office.submitted(receipt)).kind());
        office.check(receipt);
        assertEquals(Set.of("disposedOn 8-2(5)④"), office.broken(
                () -> office.act("handler", receipt, "submit", with(submission(), "disposedOn", "2026-11-22"))));
        assertEquals(Set.of("disposedOn 8-2(5)④"), office.broken(
                () -> office.act("handler", receipt, "submit", with(submission(), "disposedOn", "2026-11-24"))));
        assertEquals(Set.of("disposedBy 8-1(1)①"), office.broken(
                () -> office.act("handler", receipt, "submit", with(submission(), "disposedBy", "staff"))));
    }

    @ParameterizedTest(name = "8-2(7) {0}, {2}: {1} is taken: {3}")
    @CsvSource(nullValues = "-", value = {"紙媒体, 物理的消去（シュレッダー・破砕・粉砕）, -, true", "紙媒体, データの削除, -, false",
            "紙媒体, 物理的消去（磁気消去）, -, false", "記録媒体, データの削除, -, false", "記録媒体, 物理的消去（磁気消去）, -, true",
            "記録媒体, 物理的消去（磁気消去）, 半導体メモリ（USBメモリ・SSD等）, false",
            "記録媒体, 論理的消去（許可を得たデータ消去ソフトウェア）, 光ディスク（CD・DVD等）, false", "電子データ, データの削除, -, true"})
    void methodFitsTheMedium(String category, String method, String kind, boolean fits) {
        Entry receipt = office.checked(receipt());
        Map<String, Object> fields = with(with(with(with(disposal(), "disposalCategory", category), "disposalMethod",
                method), "mediumKind", kind), "erasureSoftware", "完全消去くん");
        if (fits) {
            assertEquals("disposed", office.act("handler", receipt, "dispose", fields).state());
        } else {
            assertEquals(Set.of("disposalMethod 8-2(7)"),
                    office.broken(() -> office.act("handler", receipt, "dispose", fields)));
        }
    }

    @Test
    @DisplayName("8-2(7) erasure software is named, and is one that the manager approved where chapter 3 is there")
    void approvedSoftware() {
        Entry receipt = office.checked(receipt());
        Map<String, Object> fields = with(with(disposal(), "disposalCategory", "電子データ"), "disposalMethod",
                "論理的消去（許可を得たデータ消去ソフトウェア）");
        assertEquals(Set.of("erasureSoftware 8-2(7)"),
                office.broken(() -> office.act("handler", receipt, "dispose", fields)));
        Neighbour media = Neighbour.keeping("media.erasure-software", "name:text", "approvedOn:date",
                "withdrawnOn:date");
        ledger.add(media);
        media.enter(ledger, Map.of("name", "完全消去くん", "approvedOn", "2026-11-01"));
        media.enter(ledger, Map.of("name", "旧消去くん", "approvedOn", "2026-01-01", "withdrawnOn", "2026-10-31"));
        for (String other : List.of("旧消去くん", "知らない消去くん")) {
            assertEquals(Set.of("erasureSoftware 8-2(7)"), office.broken(
                    () -> office.act("handler", receipt, "dispose", with(fields, "erasureSoftware", other))));
        }
        office.act("handler", receipt, "dispose", with(fields, "erasureSoftware", "完全消去くん"));
    }

    @Test
    @DisplayName("8-2(7) 3-4(2) what chapter 4 approved for erasing is approved software too, also where chapter 3 is absent")
    void softwareOfChapterFour() {
        Entry receipt = office.checked(receipt());
        Map<String, Object> fields = with(with(disposal(), "disposalCategory", "電子データ"), "disposalMethod",
                "論理的消去（許可を得たデータ消去ソフトウェア）");
        Neighbour installs = Neighbour.keeping("systems.installs", "software:text", "erasesData:boolean",
                "approvedOn:date", "revokedOn:date");
        ledger.add(installs);
        installs.enter(ledger, Map.of("software", "消去名人", "erasesData", true, "approvedOn", "2026-11-01"));
        installs.enter(ledger, Map.of("software", "会計ソフト", "erasesData", false, "approvedOn", "2026-11-01"));
        installs.enter(ledger, Map.of("software", "旧消去名人", "erasesData", true, "approvedOn", "2026-01-01", "revokedOn",
                "2026-10-31"));
        for (String other : List.of("会計ソフト", "旧消去名人", "知らない消去くん")) {
            assertEquals(Set.of("erasureSoftware 8-2(7)"), office.broken(
                    () -> office.act("handler", receipt, "dispose", with(fields, "erasureSoftware", other))));
        }
        office.act("handler", receipt, "dispose", with(fields, "erasureSoftware", "消去名人"));
    }

    @Test
    @DisplayName("8-2(7) a second person sees the disposal; what fails its check may be disposed of too")
    void witness() {
        Entry receipt = office.enter("handler", Receipts.LEDGER, receipt());
        assertEquals(Set.of("disposalWitness 8-2(7)"), office.broken(
                () -> office.act("handler", receipt, "dispose", with(disposal(), "disposalWitness", "handler"))));
        assertEquals(Set.of("disposalWitness 8-2(7)"), office.broken(
                () -> office.act("handler", receipt, "dispose", with(disposal(), "disposalWitness", null))));
        office.act("handler", receipt, "dispose", disposal());
    }

    @Test
    @DisplayName("8-2(7) what has ended is erased for good by someone else; the certificate stays, and the log verifies")
    void erased() {
        Entry receipt = office.checked(receipt());
        assertEquals(Set.of("null 8-2(7)"), office.broken(() -> erase("second", receipt)));
        office.act("handler", receipt, "dispose", disposal());
        assertEquals(Set.of("null 8-2(12)"), office.broken(() -> erase("handler", receipt)));
        for (Role role : List.of(Role.STAFF, Role.OPERATOR)) {
            assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.ledger().erase(ledger.people().caller(role),
                    Receipts.LEDGER, receipt.id(), SHREDDED)).kind());
        }
        Entry erased = erase("second", receipt);
        assertEquals(Map.of(), erased.fields().values());
        assertEquals("保存期限の経過", erased.erased().reason());
        assertTrue(ledger.ledger().versions(office.caller("handler"), Receipts.LEDGER, receipt.id()).stream()
                .allMatch(v -> v.fields().values().isEmpty()));
        Entry certificate = ledger.ledger().list(ledger.people().caller(Role.MANAGER), "log.erasures",
                new EntryQuery(10, null, null, null, null, Map.of())).items().get(0);
        assertEquals(List.of(receipt.id(), "シュレッダー", "会長 一郎"), List.of(certificate.fields().text("entry"),
                certificate.fields().text("method"), certificate.fields().text("witness")));
        assertTrue(ledger.log().verify(n -> {
        }).ok());
        assertEquals(List.of(), office.due("8-2(12)"));
    }

    private Entry erase(String account, Entry entry) {
        return ledger.ledger().erase(office.caller(account), entry.ledger(), entry.id(), SHREDDED);
    }

    @Test
    @DisplayName("8-2(5)④ the end of a receipt is not corrected away; the step itself is put right, and reported")
    void endStays() {
        Entry receipt = office.submitted(office.checked(receipt()));
        assertEquals(Set.of("remarks 8-2(5)④"), office.broken(
                () -> office.correct("handler", receipt, with(receipt(), "document", "別の書類"))));
        assertEquals("submitted", office.correct("handler", receipt, with(receipt(), "remarks", "控えは別の番号")).state());
        Entry again = office.act("handler", receipt, "submit", with(submission(), "disposalReason", "合計表と提出"));
        assertEquals("合計表と提出", again.fields().text("disposalReason"));
        assertEquals(2, office.due("8-2(8)").size());
    }
}
