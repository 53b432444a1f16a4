package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.with;
import static org.daicho.itest.outside.Office.TODAY;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Incidents, reviews and assets ask for a decision on training (7-1(1)③, 7-1(3)③).
 */
abstract class TrainingRule extends ChapterRule {

    TrainingRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("both: 7-1(1)③ 7-1(3)③ a report, a review and an asset ask for training; an incident closes with the decision")
    void trainingWithEveryChapter() {
        chapters.only("training", "incidents", "assets", "council");
        JsonNode report = reported();
        entered(sato, "council.documents", Map.of("kind", "情報セキュリティ実施手順", "title", "実施手順", "version", "第1版",
                "effectiveOn", "2026-04-01"));
        JsonNode review = entered(sato, "council.reviews",
                Map.of("document", "実施手順", "reviewedOn", TODAY.toString(), "findings", "窓口が変わる"));
        act(manager, review, "decide", Map.of("decision", "現行どおり", "workChange", true)).expect(200);
        JsonNode system = entered(sato, "assets.inventory",
                with(asset("紙媒体", "新しい受付簿", Office.ROOM), "workChange", true));
        for (JsonNode cause : List.of(report, review, system)) {
            assertTrue(chapters.isDue("training.decisions ask:" + id(cause)), cause::toString);
        }
        assertEquals(Set.of("incidentTopic 7-1(1)③"), broken(enter(sato, "training.sessions", session())));
        assertTrue(broken(act(manager, report, "close", CLOSING)).contains("trainingDecision 7-1(3)③"));
        entered(sato, "training.decisions",
                Map.of("cause", "事件等の発生", "details", "鍵の紛失", "source", id(report)));
        assertFalse(chapters.isDue("ask:" + id(report)));
        assertFalse(broken(act(manager, report, "close", CLOSING)).contains("trainingDecision 7-1(3)③"));
    }

    @Test
    @DisplayName("A alone: 7-1(3)③ without chapter 7 the decision stands in the report, and nothing else asks for it")
    void trainingDecidedInTheReport() {
        chapters.only("incidents");
        JsonNode report = reported();
        assertTrue(broken(act(manager, report, "close", CLOSING)).contains("trainingDecision 7-1(3)③"));
        Map<String, Object> decided = with(CLOSING, "trainingDecision", "不要");
        assertFalse(broken(act(manager, report, "close", decided)).contains("trainingDecision 7-1(3)③"));
        chapters.only("assets", "council");
        entered(sato, "assets.inventory",
                with(asset("紙媒体", "新しい名簿", Office.ROOM), "workChange", true));
        assertFalse(chapters.isDue("training.decisions ask:"));
    }

    @Test
    @DisplayName("B alone: 7-1(1)③ 7-1(3)③ without chapter 6 what happened is listed and asked for by hand, from paper")
    void trainingAlone() {
        chapters.only("training");
        assertEquals(Set.of("incidents 7-1(1)③"), broken(enter(sato, "training.sessions",
                with(session(), "incidentTopic", "取り上げた"))));
        JsonNode held = entered(sato, "training.sessions",
                with(session(), "incidentTopic", "取り上げた", "incidents", "7月 鍵の紛失（報告書は書庫1）"));
        assertTrue(chapters.isDue("reports:" + id(held), ABSENT));
        act(manager, held, "approve", Map.of()).expect(200);
        assertFalse(chapters.isDue("reports:" + id(held)));
        JsonNode decision = entered(sato, "training.decisions",
                Map.of("cause", "情報資産の変更による事務の大幅な変更", "details", "新しい会計システム"));
        assertTrue(chapters.isDue("decide:" + id(decision)));
    }

    private JsonNode reported() {
        JsonNode report = entered(sato, "incidents.reports",
                Map.of("contents", "鍵が見当たらない", "damage", "調査中", "discoveredAt", now()));
        return act(manager, report, "respond", Map.of()).expect(200).json();
    }

    private Map<String, Object> session() {
        return Map.of("heldOn", TODAY.toString(), "kind", "臨時研修", "audience", "関係する職員", "lawTopic", true,
                "procedureTopic", false, "incidentTopic", "該当なし");
    }
}
