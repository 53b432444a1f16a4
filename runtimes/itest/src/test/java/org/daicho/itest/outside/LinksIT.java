package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** What a row of 様式2 refers to in 様式1 is said by name, number or id, and kept beside the paper's text (2-3(1), 3-2(1)). */
@ExtendWith(SharedOffice.class)
class LinksIT {

    private static final String TAKEOUTS = "/api/ledgers/media.takeouts";
    private static final String CHOICES = TAKEOUTS + "/choices/asset";

    private static Office office;
    private static JsonNode first;
    private static JsonNode second;

    @BeforeAll
    static void twoOfOneName(Office shared) {
        office = shared;
        first = entered("貸出用カメラ");
        second = entered("貸出用カメラ");
        entered("貸出用三脚");
    }

    private static JsonNode entered(String name) {
        return office.sato().post(ASSETS, body(asset("ハードウェア", name, ROOM))).expect(201).json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode takeout(String asset) {
        return office.sato().post(TAKEOUTS + "/entries", body(Map.of("asset", asset))).expect(201).json();
    }

    private static void assertLinked(JsonNode entry, String printed, JsonNode asset) {
        assertEquals(printed, entry.at("/fields/asset").textValue());
        assertEquals("assets.inventory", entry.at("/links/asset/ledger").textValue());
        assertEquals(asset.at("/id").textValue(), entry.at("/links/asset/id").textValue());
    }

    @Test
    @DisplayName("3-2(1) an asset's id and its number are printed as its name, and the link is read back")
    void anAssetIsNamedByItsIdOrItsNumber() {
        assertLinked(takeout(first.at("/id").textValue()), "貸出用カメラ", first);
        JsonNode entry = takeout(second.at("/fields/assetNumber").asText());
        assertLinked(entry, "貸出用カメラ", second);
        String address = TAKEOUTS + "/entries/" + entry.at("/id").textValue();
        assertLinked(office.member().get(address).expect(200).json(), "貸出用カメラ", second);
        assertTrue(office.member().get(address + "/proof").expect(200).json().at("/openings").has("@links"));
        JsonNode found = office.sato().get(TAKEOUTS + "/entries?asset=" + second.at("/id").textValue()).expect(200)
                .json().at("/items");
        assertTrue(found.findValuesAsText("id").contains(entry.at("/id").textValue()), found::toString);
        assertFalse(found.toString().contains(first.at("/id").textValue()), found::toString);
    }

    @Test
    @DisplayName("2-3(1) a name that no asset has stands without a link")
    void anUnknownNameIsNotLinked() {
        JsonNode entry = takeout("町会の回覧板");
        assertEquals("町会の回覧板", entry.at("/fields/asset").textValue());
        assertTrue(entry.at("/links").isObject() && entry.at("/links").isEmpty());
    }

    @Test
    @DisplayName("3-2(1) a name that two assets have is refused with both, each with words that tell it from the other")
    void aNameThatTwoHaveIsRefusedWithBoth() {
        JsonNode violation = office.sato().post(TAKEOUTS + "/entries", body(Map.of("asset", "貸出用カメラ"))).expect(422)
                .json().at("/violations/0");
        assertEquals("asset", violation.at("/field").textValue());
        assertEquals(2, violation.at("/choices").size());
        assertTrue(violation.at("/message").textValue().contains("資産番号 " + first.at("/fields/assetNumber").asText()),
                violation::toString);
        assertFalse(violation.at("/message").textValue().contains(first.at("/id").textValue()), violation::toString);
        assertLinked(takeout(violation.at("/choices/1/value").textValue()), "貸出用カメラ", second);
    }

    @Test
    @DisplayName("3-2(1) what may be taken out is offered by what it is called, in the reader's language")
    void choicesAreOffered() {
        JsonNode all = office.member().get(CHOICES + "?q=" + encoded("貸出用")).expect(200).json();
        assertEquals(3, all.size());
        JsonNode tripod = office.sato().get(CHOICES + "?q=" + encoded("三脚")).expect(200).json();
        assertEquals("貸出用三脚", tripod.at("/0/label").textValue());
        assertTrue(tripod.at("/0/detail").textValue().startsWith("資産番号 "), tripod::toString);
        assertTrue(office.sato().get(CHOICES + "?q=" + encoded("三脚"), "Accept-Language", "en").expect(200).json()
                .at("/0/detail").textValue().startsWith("Asset number "));
        office.sato().get(TAKEOUTS + "/choices/purpose").expect(404);
        office.admin().get(CHOICES).expect(403);
        office.anyone().get(CHOICES).expect(401);
        office.sato().get(CHOICES + "?unknown=1").expect(400);
        office.sato().get("/api/ledgers/mynumber.uses/choices/receiptNumber").expect(403);
    }
}
