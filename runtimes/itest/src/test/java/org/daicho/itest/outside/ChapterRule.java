package org.daicho.itest.outside;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A rule that holds between chapters, with the people who try it. Every test says which chapters are there.
 */
abstract class ChapterRule {

    static final String ABSENT = "未導入 — 紙で確認";
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
}
