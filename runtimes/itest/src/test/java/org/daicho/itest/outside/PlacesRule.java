package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.with;
import static org.daicho.itest.outside.Office.TASK;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Places, cabinets and people are chapter 1's (1-2, 3-1, 4-6, 5-1, 5-3, 8-2).
 */
abstract class PlacesRule extends ChapterRule {

    PlacesRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("both: 3-1(2) 4-6(1) 5-1(1) 5-3(2) 8-2(5)③ every chapter goes by the places and the people of chapter 1")
    void placesOfChapterOne() {
        chapters.only("council", "assets", "media", "systems", "facilities", "mynumber");
        places("共有");
        chapters.handlers("sato", "suzuki");
        assertEquals(Set.of("location 3-1(2)"), broken(enter(sato, "assets.inventory", secret("共有の棚"))));
        entered(sato, "assets.inventory", secret("共有の書庫"));
        assertEquals(Set.of("place 3-1(2)"), broken(enter(sato, "media.copies", copy("共有の棚"))));
        entered(sato, "media.copies", copy("共有の書庫"));
        assertEquals(Set.of("place 4-6(1)"), broken(enter(sato, "systems.devices", notebook("共有の棚"))));
        entered(sato, "systems.devices", notebook("共有の書庫"));
        assertEquals(Set.of("spareKeyLocation 5-3(2)"), broken(enter(sato, "facilities.keys", key("共有の棚"))));
        entered(sato, "facilities.keys", key("共有の書庫"));
        assertEquals(Set.of("storage 8-2(5)③"), broken(enter(sato, "mynumber.receipts", stored("共有の棚"))));
        entered(sato, "mynumber.receipts", stored("共有の書庫"));

        entered(sato, "council.members",
                Map.of("person", "sato", "kind", "事務局職員", "position", "職員", "termFrom",
                        "2020-04-01"));
        assertEquals(Set.of("permittedBy 5-1(1)"), broken(enter(sato, "facilities.visits",
                with(visit(), "permittedBy", "takahashi"))));
        entered(sato, "facilities.visits", visit());
    }

    @Test
    @DisplayName("A alone: 1-2(2) 5-2 chapter 1 keeps places and cabinets, and no cabinet outside an office")
    void placesAlone() {
        chapters.only("council");
        places("単独");
        assertEquals(Set.of("room 5-2"), broken(enter(sato, "council.places",
                Map.of("name", "廊下の書庫", "kind", "書庫", "lockable", true, "number", 77, "room", "廊下"))));
    }

    @Test
    @DisplayName("B alone: 3-1(1) 4-6(1) 5-3(2) 8-2(5)③ without chapter 1 someone attests, and the gap says 未導入 — 紙で確認")
    void placesWithoutChapterOne() {
        chapters.only("assets", "media", "systems", "facilities", "mynumber");
        chapters.handlers("sato", "suzuki");
        assertEquals(Set.of("location 3-1(2)"), broken(enter(sato, "assets.inventory", secret("奥の棚"))));
        entered(sato, "assets.inventory", with(secret("奥の棚"), "lockedStorage", true));
        assertTrue(chapters.isDue("assets.inventory place:", "奥の棚", ABSENT));
        JsonNode copied = entered(sato, "media.copies", with(copy("奥の棚"), "lockedStorage", true));
        assertTrue(chapters.isDue("media.copies place:" + id(copied), ABSENT));
        JsonNode notebook = entered(sato, "systems.devices", notebook("奥の棚"));
        assertTrue(chapters.isDue("systems.devices cabinet:" + id(notebook), ABSENT));
        JsonNode key = entered(sato, "facilities.keys", key("奥の棚"));
        assertTrue(chapters.isDue("facilities.keys spare:" + id(key), ABSENT));
        entered(sato, "mynumber.receipts", stored("奥の棚"));
        assertTrue(chapters.isDue("mynumber.receipts place:", "奥の棚", ABSENT));
        entered(sato, "facilities.visits", with(visit(), "permittedBy", "takahashi"));
    }

    /** Registers a cabinet that can be locked, and an open shelf, in an office. */
    private void places(String name) {
        int number = name.equals("共有") ? 71 : 72;
        entered(manager, "council.places",
                Map.of("name", name + "の執務室", "kind", "執務室", "lockable", true, "restricted", true));
        entered(manager, "council.places",
                Map.of("name", name + "の書庫", "kind", "書庫", "lockable", true, "number",
                        number, "room", name + "の執務室"));
        entered(manager, "council.places",
                Map.of("name", name + "の棚", "kind", "書庫", "lockable", false, "number",
                        number + 10, "room", name + "の執務室"));
    }

    private Map<String, Object> secret(String location) {
        return with(asset("紙媒体", location + "の契約書", location), "confidential", true);
    }

    private Map<String, Object> copy(String place) {
        return Map.of("kind", "複写", "asset", place + "の名簿", "reason", "受付", "masked", true, "copies", 1, "place",
                place);
    }

    private Map<String, Object> notebook(String place) {
        return Map.of("device", place + "のノート", "kind", "ノート型パソコン", "place", place);
    }

    private Map<String, Object> key(String spare) {
        return Map.of("key", spare + "の鍵", "keyLocation", "金庫", "cabinet", "書庫9", "spareKeyLocation", spare);
    }

    private Map<String, Object> stored(String storage) {
        return Map.of("document", "写し", "purpose", TASK, "storage", storage, "lockedStorage", true);
    }

    private Map<String, Object> visit() {
        return Map.of("enteredAt", "00:01", "visitor", "保守の担当", "purpose", "点検", "permittedBy", "sato", "attendedBy",
                "sato");
    }
}
