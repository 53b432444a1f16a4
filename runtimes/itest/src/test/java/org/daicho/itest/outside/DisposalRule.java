package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.with;
import static org.daicho.itest.outside.Office.TASK;
import static org.daicho.itest.outside.Office.TODAY;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One catalogue of methods of disposal; chapters 3 and 4 ask for more where they are there (3-4, 4-8, 8-2(7)).
 */
abstract class DisposalRule extends ChapterRule {

    private static final String DESTROYED = "物理的消去（シュレッダー・破砕・粉砕）";
    private static final String WIPED = "論理的消去（許可を得たデータ消去ソフトウェア）";
    private static final String DELETED = "データの削除";

    DisposalRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("both: 3-4 4-8 8-2(7) all offer the same methods; hardware leaves with a record, software is approved")
    void disposalWithEveryChapter() {
        chapters.only("assets", "media", "systems", "mynumber");
        List<String> methods = chapters.values("media.disposals", "method");
        assertEquals(4, methods.size());
        assertEquals(Stream.concat(methods.stream(), Stream.of("返却・移管")).toList(),
                chapters.values("assets.inventory", "disposalMethod"));
        assertEquals(methods.subList(0, 3), chapters.values("systems.erasures", "method"));
        assertEquals(methods, chapters.values("mynumber.receipts", "disposalMethod"));
        assertEquals(methods, chapters.values("mynumber.copies", "copyDisposalMethod"));
        assertEquals(methods, chapters.values("mynumber.files", "deletionMethod"));
        for (String ledger : List.of("systems.erasures", "mynumber.receipts")) {
            assertEquals(chapters.values("media.disposals", "mediumKind"), chapters.values(ledger, "mediumKind"));
        }

        JsonNode server = entered(sato, "assets.inventory", asset("ハードウェア", "旧サーバー", Office.ROOM));
        assertEquals(Set.of("disposalRecord 4-8"), broken(removed(server, DESTROYED)));
        entered(sato, "media.disposals", Map.of("asset", "旧サーバー", "category", "ハードウェア", "method", DESTROYED,
                "witness", "suzuki"));
        removed(server, DESTROYED).expect(200);

        chapters.handlers("sato", "suzuki");
        JsonNode receipt = entered(sato, "mynumber.receipts", Map.of("document", "写し", "purpose", TASK));
        assertEquals(Set.of("erasureSoftware 8-2(7)"), broken(disposed(receipt, "記録媒体", WIPED)));
        JsonNode software = entered(sato, "media.erasure-software", Map.of("name", "完全消去くん"));
        act(manager, software, "approve", Map.of()).expect(200);
        disposed(receipt, "記録媒体", WIPED).expect(200);
        eraserOfChapterFour();
    }

    /** What is approved in chapter 4 erases in chapter 3 too. */
    private void eraserOfChapterFour() {
        Map<String, Object> wiped = Map.of("asset", "外付けディスク", "category", "記録媒体", "method", WIPED, "software", "消去名人",
                "witness", "suzuki");
        JsonNode install = entered(sato, "systems.installs", Map.of("software", "消去名人", "devices", "事務PC",
                "purpose", "廃棄", "erasesData", true));
        assertEquals(Set.of("software 3-4(2)"), broken(enter(sato, "media.disposals", wiped)));
        act(manager, install, "approve", Map.of()).expect(200);
        entered(sato, "media.disposals", wiped);
    }

    @Test
    @DisplayName("each alone: 3-4 4-8 8-2(7) a method that leaves something is refused, and the chapter's own record does")
    void disposalWithOneChapter() {
        chapters.only("assets");
        JsonNode notebook = entered(sato, "assets.inventory", asset("ハードウェア", "旧ノート", Office.ROOM));
        assertEquals(Set.of("disposalMethod 4-8"), broken(removed(notebook, DELETED)));
        removed(notebook, DESTROYED).expect(200);

        chapters.only("media");
        Map<String, Object> medium = Map.of("asset", "古いUSBメモリ", "category", "記録媒体", "witness", "suzuki");
        assertEquals(Set.of("method 3-4(2)"), broken(enter(sato, "media.disposals",
                with(medium, "method", DELETED))));
        entered(sato, "media.disposals", with(medium, "method", DESTROYED));

        chapters.only("systems");
        Map<String, Object> disc = Map.of("asset", "バックアップ用ディスク", "mediumKind", "光ディスク（CD・DVD等）", "witness",
                "suzuki");
        assertEquals(Set.of("method 3-4(2)"), broken(enter(sato, "systems.erasures",
                with(disc, "method", "物理的消去（磁気消去）"))));
        entered(sato, "systems.erasures", with(disc, "method", DESTROYED));

        chapters.only("mynumber");
        chapters.handlers("sato", "suzuki");
        JsonNode receipt = entered(sato, "mynumber.receipts", Map.of("document", "写し", "purpose", TASK));
        assertEquals(Set.of("disposalMethod 8-2(7)"), broken(disposed(receipt, "紙媒体", DELETED)));
        disposed(receipt, "記録媒体", WIPED).expect(200);
    }

    private Answer removed(JsonNode asset, String method) {
        return act(manager, asset, "remove", Map.of("removalReason", "更新", "disposalMethod", method,
                "disposedOn", TODAY.toString(), "disposedBy", "回収業者"));
    }

    private Answer disposed(JsonNode receipt, String category, String method) {
        return act(sato, receipt, "dispose", Map.of("disposalReason", "不要", "disposalCategory", category,
                "disposalMethod", method, "disposalWitness", "suzuki", "erasureSoftware", "完全消去くん"));
    }
}
