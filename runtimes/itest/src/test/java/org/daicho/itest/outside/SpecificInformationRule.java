package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.confirmable;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.insist;
import static org.daicho.itest.outside.Entries.with;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * 特定個人情報 does not go out by 様式2 (8-2(6)③, 3-2(1)).
 */
abstract class SpecificInformationRule extends ChapterRule {

    SpecificInformationRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("both: 8-2(6)③ what 様式1 flags is refused by 様式2, whatever is confirmed, with chapter 8 and without it")
    void flaggedAssetStays() {
        chapters.only("assets", "media", "mynumber");
        entered(sato, "assets.inventory", with(asset("紙媒体", "支払の控え", "書庫1"), "lockedStorage", true,
                "specificPersonalInformation", true));
        for (boolean withChapter8 : List.of(true, false)) {
            if (!withChapter8) {
                chapters.only("assets", "media");
            }
            assertEquals(Set.of("asset 8-2(6)③"), broken(insist(sato, "media.takeouts",
                    Map.of("asset", "支払の控え"), "same-person", "my-number")));
            assertEquals(Set.of("asset 8-2(6)③"), broken(enter(sato, "media.transmissions", sent("支払の控え"))));
        }
        JsonNode waiting = entered(sato, "media.takeouts", Map.of("asset", "会計の控え"));
        entered(sato, "assets.inventory", with(asset("紙媒体", "会計の控え", "書庫1"), "lockedStorage", true,
                "specificPersonalInformation", true));
        assertEquals(Set.of("asset 8-2(6)③"), broken(act(manager, waiting, "approve", Map.of())));
    }

    @Test
    @DisplayName("A alone: 8-2(6)③ 様式2 refuses what is stated, asks about what sounds like it, remembers what 様式1 flagged")
    void takeoutsAlone() {
        chapters.only("assets");
        entered(sato, "assets.inventory", with(asset("紙媒体", "謝礼の控え", "書庫1"), "lockedStorage", true,
                "specificPersonalInformation", true));
        chapters.only("media");
        Map<String, Object> out = Map.of("asset", "受付名簿");
        assertEquals(Set.of("specificPersonalInformation 8-2(6)③"), broken(insist(sato, "media.takeouts",
                with(out, "specificPersonalInformation", true), "same-person", "my-number")));
        assertEquals(Set.of("specificPersonalInformation 8-2(6)③"),
                broken(enter(sato, "media.takeouts", Map.of("asset", "令和7年の源泉徴収票"))));
        assertEquals(Set.of("asset 8-2(6)③"), broken(enter(sato, "media.takeouts", Map.of("asset", "謝礼の控え"))));
        entered(sato, "media.takeouts", out);
    }

    @Test
    @DisplayName("B alone: 8-2(6)③ 様式1 keeps the flag, and 様式10 lets nothing out of the zones")
    void flagsAndTransportAlone() {
        chapters.only("assets");
        JsonNode flagged = entered(sato, "assets.inventory", with(asset("紙媒体", "報酬の控え", "書庫1"),
                "lockedStorage", true, "specificPersonalInformation", true));
        assertTrue(member.get(address(flagged)).expect(200).json().at("/fields/specificPersonalInformation")
                .booleanValue());
        enter(sato, "media.takeouts", Map.of("asset", "報酬の控え")).expect(409);
        chapters.only("mynumber");
        chapters.handlers("sato", "suzuki");
        JsonNode receipt = entered(sato, "mynumber.receipts", Office.receipt("個人番号の写し"));
        act(suzuki, receipt, "check", Map.of()).expect(200);
        Answer carried = insist(sato, "mynumber.copies", Map.of("document", "個人番号の写し", "source", Office.ROOM,
                "destination", "自宅", "purpose", "作業", "sameFacility", true), "same-person", "my-number");
        assertEquals(Set.of("destination 8-2(6)③"), broken(carried));
        assertEquals(Set.of(), confirmable(carried));
    }

    private Map<String, Object> sent(String asset) {
        return Map.of("asset", asset, "channel", "FAX", "recipient", "区役所", "recipientCount", 1, "reason", "至急",
                "sentToManager", true, "sentToManagerAt", now());
    }
}
