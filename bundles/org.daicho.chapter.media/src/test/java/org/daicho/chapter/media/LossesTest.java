package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {

    private static final SheetPeriod MONTH = SheetPeriod.parse("2026-11");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final Neighbour reports = Neighbours.reports();

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter(), Neighbours.inventory());
        Neighbours.asset(ledger, "講座申込者名簿", "紙媒体", Map.of());
    }

    @Test
    @DisplayName("6-2(2) C町: without chapter 6 a loss stays a gap until the paper is named, found or not")
    void lossIsReportedOnPaper() {
        Entry lost = lose(Map.of());
        Duty duty = Found.duties(ledger, "6-2(2)").get(0);
        assertEquals("lost:" + lost.id(), duty.key());
        assertTrue(duty.title().ja().contains("未導入 — 紙で確認"), duty.title().ja());
        assertEquals(1, gaps());
        assertEquals(Set.of(), Found.keys(ledger, "3-2(1)"));
        ledger.act(Role.STAFF, lost, "find", Map.of());
        assertEquals(1, gaps());
        ledger.correct(Role.STAFF, lost, with(request(), "incidentReport", "報告書は事務局の書庫1"));
        assertEquals(0, gaps());
    }

    @Test
    @DisplayName("6-1(2) 6-2(2) A loss is reported once: the take-out enters its report, with what it knows")
    void lossEntersItsReport() {
        ledger.add(reports);
        Map<String, Object> request = with(with(request(), "destination", "区民センター"), "contents", "氏名と電話番号、30人分");
        Entry out = Media.out(ledger, request);
        ledger.act(Role.STAFF, out, "report-lost", Map.of("lossDetails", "電車に置き忘れた"));
        Entry report = reports().get(0);
        Fields fields = report.fields();
        assertEquals(out.id(), fields.text("takeout"));
        assertEquals("持ち出した「講座申込者名簿」を紛失しました（2026年11月23日に委員 四郎さんが持ち出したもの）。\n持ち出し先: 区民センター\n"
                + "紛失の状況: 電車に置き忘れた", fields.text("contents"));
        assertEquals(List.of("氏名と電話番号、30人分", "紙媒体・記録媒体", "紛失", "講座申込者名簿"), List.of(fields.text("damage"),
                fields.text("object"), fields.text("kind"), fields.text("assets")));
        assertTrue(fields.isTrue("personalInformation"), "left empty, it counts as holding some");
        assertEquals(ledger.clock().instant(), fields.dateTime("discoveredAt").toInstant());
        assertEquals(0, gaps());
        ledger.act(Role.STAFF, out, "find", Map.of());
        assertEquals(0, gaps());
        assertEquals(1, reports().size());
    }

    @Test
    @DisplayName("6-2(2) What was noticed on an earlier day was discovered on that day")
    void earlierDay() {
        ledger.add(reports);
        Entry out = Media.out(ledger, request());
        ledger.clock().goTo(ledger.clock().today().plusDays(1));
        ledger.act(Role.MEMBER, ledger.enter(Role.MEMBER, Takeouts.LEDGER, request()), "withdraw", Map.of());
        ledger.act(Role.STAFF, out, "report-lost", Map.of("lostOn", "2026-11-23"));
        assertEquals("2026-11-23T00:00:00+09:00", reports().get(0).fields().text("discoveredAt"));
    }

    @Test
    @DisplayName("6-2(2) A loss that a report names already makes no second one")
    void reportIsThereAlready() {
        ledger.add(reports);
        Entry out = Media.out(ledger, request());
        ledger.enter(Role.STAFF, Neighbours.REPORTS, Map.of("takeout", out.id()));
        ledger.act(Role.STAFF, out, "report-lost", Map.of());
        Entry report = ledger.enter(Role.STAFF, Neighbours.REPORTS, Map.of("contents", "二つの名簿の紛失"));
        lose(Map.of("incidentReport", report.id()));
        assertEquals(2, reports().size());
        assertEquals(0, gaps());
    }

    @Test
    @DisplayName("6-2(2) A loss of before chapter 6 came stays a gap, until a report that is there names it")
    void chapterSixComesLater() {
        Entry lost = lose(Map.of("incidentReport", "報告書は事務局の書庫1"));
        assertEquals(0, gaps());
        ledger.add(reports);
        assertEquals(1, gaps());
        assertTrue(Found.duties(ledger, "6-2(2)").get(0).title().ja().contains("報告を記入してください"));
        ledger.enter(Role.STAFF, Neighbours.REPORTS, Map.of("takeout", lost.id()));
        assertEquals(0, gaps());
    }

    @Test
    @DisplayName("6-2(2) A member reports the loss of what the member carries, and so reports the incident")
    void membersReport() {
        ledger.add(reports);
        Entry asked = ledger.enter(Role.MEMBER, Takeouts.LEDGER, request());
        ledger.act(Role.MANAGER, asked, "approve", Map.of());
        ledger.act(Role.MEMBER, asked, "take-out", Map.of());
        ledger.act(Role.MEMBER, asked, "report-lost", Map.of());
        assertEquals(Role.MEMBER, reports().get(0).as());
    }

    private Entry lose(Map<String, Object> more) {
        Map<String, Object> request = request();
        request.putAll(more);
        return ledger.act(Role.STAFF, Media.out(ledger, request), "report-lost", Map.of());
    }

    private int gaps() {
        return Found.gaps(ledger, MONTH, "6-2(2)").size();
    }

    private List<Entry> reports() {
        return ledger.look(view -> view.standing(Neighbours.REPORTS));
    }
}
