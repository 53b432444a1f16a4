package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who leaves returns or disposes of what every chapter that is there says they hold (2-4).
 */
abstract class LeavingRule extends ChapterRule {

    LeavingRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("both: 2-4 the sheet lists what each chapter says is held, and closes when none says so any more")
    void leavingWithEveryChapter() {
        chapters.only("council", "assets", "media", "systems", "facilities", "mynumber");
        chapters.person("ogawa", "小川", "member");
        List<JsonNode> held = held("ogawa");
        JsonNode sheet = leaving("ogawa");
        for (JsonNode item : held) {
            assertTrue(chapters.isDue("item:" + id(sheet) + ":" + item.get("ledger").textValue() + ":" + id(item)),
                    item::toString);
        }
        Answer unlisted = act(sato, sheet, "list", Map.of());
        assertEquals(Set.of("person 2-4"), broken(unlisted));
        held.forEach(item -> assertTrue(unlisted.text().contains(id(item)), item::toString));
        Answer early = act(manager, listed(sheet, "ogawa"), "close", Map.of("paperCheck", "第6章・第7章は紙で確かめた"));
        assertEquals(Set.of("person 2-4"), broken(early));
    }

    @Test
    @DisplayName("both: 2-4 a sheet closes once its items were confirmed and are held no more")
    void leavingCloses() {
        chapters.only("council", "assets");
        chapters.person("hara", "原", "member");
        Map<String, Object> fields = asset("ハードウェア", "貸出タブレット", Office.ROOM);
        JsonNode tablet = entered(sato, "assets.inventory", with(fields, "inUseBy", "hara"));
        JsonNode sheet = listed(leaving("hara"), "hara");
        sato.put(address(tablet), Map.of("fields", fields, "reason", "返却"), "If-Match", "\"v1\"").expect(200);
        admin.put("/api/access/users/hara", Map.of("disabled", true)).expect(200);
        Answer unread = act(manager, sheet, "close", Map.of());
        assertEquals(Set.of("paperCheck 2-4"), broken(unread));
        assertTrue(unread.text().contains(ABSENT) && unread.text().contains("第3章")
                && !unread.text().contains("第2章"), unread::toString);
        act(manager, sheet, "close", Map.of("paperCheck", "貸出の控えを書庫1の綴りで確かめた")).expect(200);
    }

    @Test
    @DisplayName("A alone: 2-4 the sheet names every absent chapter 未導入 — 紙で確認, also one that recorded something")
    void leavingWithCouncilAlone() {
        chapters.only("assets", "council");
        chapters.person("mori", "森", "member");
        entered(sato, "assets.inventory",
                with(asset("ハードウェア", "貸出ノート", Office.ROOM), "inUseBy", "mori"));
        chapters.only("council");
        JsonNode sheet = leaving("mori");
        assertTrue(chapters.isDue("paper:" + id(sheet), ABSENT, "第2章", "第3章", "第4章", "第5章", "第6章", "第7章", "第8章"));
        assertFalse(chapters.isDue("item:" + id(sheet) + ":assets."));
        Answer unread = act(manager, listed(sheet, "mori"), "close", Map.of());
        assertTrue(broken(unread).contains("paperCheck 2-4"), unread::toString);
        assertTrue(unread.text().contains("第2章"), unread::toString);
    }

    @Test
    @DisplayName("B alone: 2-4 without chapter 1 the others record who holds what, and the sheet is kept on paper")
    void leavingWithoutCouncil() {
        chapters.only("assets", "media", "systems", "facilities", "mynumber");
        chapters.person("kato", "加藤", "member");
        List<JsonNode> held = held("kato");
        Answer refused = enter(sato, "council.leaving",
                Map.of("person", "kato", "leavingOn", TODAY.toString(), "reason", "退会"));
        refused.expect(409);
        chapters.only("assets", "media", "systems", "facilities", "mynumber", "council");
        JsonNode sheet = leaving("kato");
        held.forEach(item -> assertTrue(chapters.isDue("item:" + id(sheet), id(item)), item::toString));
    }

    /** Gives something of chapters 2 to 5 and 8 into someone's hands. */
    private List<JsonNode> held(String account) {
        List<JsonNode> held = new ArrayList<>();
        held.add(entered(sato, "assets.inventory",
                with(asset("ハードウェア", account + "のノート", Office.ROOM), "inUseBy", account)));
        JsonNode out = entered(sato, "media.takeouts", Map.of("asset", account + "の名簿", "takenBy", account));
        act(manager, out, "approve", Map.of()).expect(200);
        held.add(act(sato, out, "take-out", Map.of()).expect(200).json());
        held.add(entered(sato, "systems.devices", Map.of("device", account + "のPC", "kind", "デスクトップ型パソコン",
                "place", Office.ROOM, "usedBy", account)));
        held.add(entered(sato, "facilities.keys", Map.of("key", account + "の鍵", "keyLocation", "金庫", "cabinet",
                account + "の書庫", "holder", account)));
        held.add(entered(manager, "mynumber.handlers", Map.of("handler", account, "scope", "報酬")));
        return held;
    }

    private JsonNode leaving(String account) {
        return entered(sato, "council.leaving",
                Map.of("person", account, "leavingOn", TODAY.toString(), "reason", "退会"));
    }

    /** Puts every open item on the sheet and has it confirmed. */
    private JsonNode listed(JsonNode sheet, String account) {
        String prefix = "item:" + id(sheet) + ":";
        for (JsonNode duty : manager.get("/api/duties").expect(200).json()) {
            String key = duty.get("key").textValue();
            if (key.startsWith(prefix)) {
                String[] item = key.substring(prefix.length()).split(":");
                JsonNode line = entered(sato, "council.returns", Map.of("person", account, "item",
                        duty.get("title").textValue(), "itemLedger", item[0], "itemEntry", item[1]));
                act(suzuki, line, "confirm", Map.of("outcome", "返却")).expect(200);
            }
        }
        return act(sato, sheet, "list", Map.of()).expect(200).json();
    }
}
