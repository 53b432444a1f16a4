package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.acted;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.of;
import static org.daicho.itest.outside.Office.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/** What happens once is entered once, over REST: a loss with its report, and a member with the person. */
@ExtendWith(SharedOffice.class)
class ActsIT {

    private static Office office;

    @BeforeAll
    static void enterOffice(Office shared) {
        office = shared;
    }

    @Test
    @DisplayName("6-1(2) 6-2(2) a take-out that is lost enters its report, and a report makes what is out lost")
    void takeoutsAndReports() {
        JsonNode lost = acted(office.sato(), out("紛失する名簿"), "report-lost", Map.of("lossDetails", "電車に置き忘れた"));
        JsonNode report = report("takeout", lost);
        assertEquals("紛失する名簿", report.at("/fields/assets").textValue());
        assertEquals(lost.get("leafIndex").longValue() + 1, report.get("leafIndex").longValue(), "one commit");
        JsonNode out = out("見当たらない名簿");
        entered(office.sato(), "incidents.reports", with("takeout", out));
        assertEquals("lost", read("media.takeouts", out).get("state").textValue());
        assertEquals(TODAY.toString(), read("media.takeouts", out).at("/fields/lostOn").textValue());
    }

    @Test
    @DisplayName("6-1(1) a key that is lost enters its report, and a report makes the key lost")
    void keysAndReports() {
        JsonNode lost = acted(office.sato(), key("書庫41の鍵"), "report-lost", Map.of());
        assertEquals("鍵・施設設備", report("key", lost).at("/fields/object").textValue());
        JsonNode key = key("書庫42の鍵");
        entered(office.sato(), "incidents.reports", with("key", key));
        assertEquals("lost", read("facilities.keys", key).get("state").textValue());
    }

    @Test
    @DisplayName("1-2(1) a member without an account is registered by staff as they are entered; a namesake is confirmed")
    void membersArePersons() {
        JsonNode member = enter(office.sato(), "council.members", term("新井 花")).expect(201).json();
        String person = member.at("/fields/person/id").textValue();
        assertEquals("新井 花", office.admin().get("/api/access/persons/" + person).expect(200).json().get("name")
                .textValue());
        JsonNode returned = entered(office.sato(), "facilities.keys", Map.of("key", "書庫43の鍵", "keyLocation", "事務局",
                "cabinet", "書庫43", "holder", person));
        assertEquals("新井 花", returned.at("/fields/holder/name").textValue(), "known at once");
        JsonNode namesake = enter(office.sato(), "council.members", term("新井　花")).expect(422).json()
                .at("/violations/0");
        assertEquals("namesake", namesake.get("confirm").textValue());
        assertTrue(namesake.get("message").textValue().contains(person), namesake::toString);
        JsonNode other = office.sato().post(of("council.members"), Map.of("fields", term("新井　花"), "confirmations",
                Map.of("namesake", "姪にあたる別の人"))).expect(201).json();
        assertTrue(!person.equals(other.at("/fields/person/id").textValue()));
        enter(office.sato(), "council.members", term("kaichou")).expect(422);
    }

    private static Map<String, Object> term(String person) {
        return Map.of("person", person, "kind", "委員", "position", "委員", "termFrom", TODAY.toString());
    }

    private static JsonNode out(String asset) {
        JsonNode entry = entered(office.sato(), "media.takeouts", Map.of("asset", asset));
        acted(office.manager(), entry, "approve", Map.of());
        return acted(office.sato(), entry, "take-out", Map.of());
    }

    private static JsonNode key(String name) {
        return entered(office.sato(), "facilities.keys", Map.of("key", name, "keyLocation", "事務局", "cabinet", name));
    }

    private static Map<String, Object> with(String column, JsonNode entry) {
        return Map.of("contents", "紛失", "damage", "調査中", "discoveredAt",
                OffsetDateTime.now().withNano(0).toString(), column, id(entry));
    }

    private static JsonNode read(String ledger, JsonNode entry) {
        return office.sato().get(of(ledger) + "/" + id(entry)).expect(200).json();
    }

    private static JsonNode report(String column, JsonNode entry) {
        JsonNode reports = office.sato().get(of("incidents.reports") + "?" + column + "=" + id(entry)).expect(200)
                .json()
                .get("items");
        assertEquals(1, reports.size());
        return reports.get(0);
    }
}
