package org.daicho.itest.outside;

import static org.daicho.itest.outside.Chapters.TODAY;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * A rule that holds between chapters, with the people who try it. Every test says which chapters are there.
 */
abstract class ChapterRule {

    static final String ABSENT = "未導入 — 紙で確認";
    static final String TASK = "報酬等の法定調書の作成に関する事務";
    static final Map<String, Object> CLOSING = Map.of("finding", "置き忘れ", "measure", "置き場所を決めた");

    final Chapters chapters;
    final Api admin;
    final Api manager;
    final Api sato;
    final Api suzuki;
    final Api member;

    ChapterRule(Chapters chapters) {
        this.chapters = chapters;
        admin = chapters.office().admin();
        manager = chapters.office().manager();
        sato = chapters.office().sato();
        suzuki = chapters.office().suzuki();
        member = chapters.office().member();
    }

    static String now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns what a receipt of a My Number needs, so that it can be checked. */
    static Map<String, Object> acquisition(String document) {
        return new HashMap<>(Map.of("document", document, "purpose", TASK, "ground", "番号法第19条第3号（本人からの提供）",
                "numberCheck", "個人番号カード", "identityCheck", "個人番号カード", "noticeVersion", "第1版", "noticeShownOn",
                TODAY.toString(), "storage", "金庫", "lockedStorage", true));
    }
}
