package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ACTIVITIES;
import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.INVENTORY;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.TODAY;
import static org.daicho.itest.outside.Office.address;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.daicho.itest.outside.Office.correct;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A council keeps 様式1 over REST, from the first account to the signed 点検 and a destroyed entry. Each step rests on
 * those before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InventoryIT {

    @TempDir
    static Path folder;

    @AutoClose
    private static DaichoProcess process;
    private static Office office;
    private static Stranger stranger;
    private static final Map<String, JsonNode> BY_NAME = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        office = Office.open(process);
        stranger = new Stranger(office.anyone());
    }

    @Test
    @Order(1)
    @DisplayName("1-3 a second manager and a deputy wait for the manager, who then confirms the deputy")
    void grantsWaitForTheManager() {
        JsonNode second = office.admin().account("fukukaicho", "副会長", "vice pass 1", "manager").expect(201).json();
        assertEquals("requested", second.at("/roles/0/state").textValue());
        JsonNode deputy = office.admin().account("jimukyokucho", "事務局長", "deputy pass 1", Map.of("role", "deputy",
                "from", TODAY.toString(), "to", TODAY.plusMonths(1).toString())).expect(201).json();
        assertEquals("requested", deputy.at("/roles/0/state").textValue());

        String confirm = "/api/ledgers/access.grants/entries/" + deputy.at("/roles/0/id").textValue()
                + "/actions/confirm";
        office.sato().post(confirm, body(Map.of())).expect(403);
        office.manager().post(confirm, body(Map.of())).expect(200);
        JsonNode now = office.admin().get("/api/access/users/jimukyokucho").expect(200).json();
        assertEquals("active", now.at("/roles/0/state").textValue());
        assertEquals("deputy", now.at("/roles/0/role").textValue());
    }

    @Test
    @Order(2)
    @DisplayName("2-2, 2-3(1) assets of all five categories stand in the register, at the places of 1-2(2)")
    void allFiveCategories() {
        Map<String, Object> members = asset("紙媒体", "会員名簿", ROOM);
        members.putAll(Map.of("personalInformation", true, "purpose", "会員への連絡", "lockedStorage", true));
        Map<String, Object> stick = asset("記録媒体", "USBメモリ1号", ROOM);
        stick.put("personalInformation", false);
        Map<String, Object> data = asset("電子データ", "講座案内", ACTIVITIES);
        data.put("personalInformation", false);
        Map<String, Object> laptop = asset("ハードウェア", "ノートパソコン1号", ROOM);
        laptop.putAll(Map.of("personalInformation", false, "hardwareType", "ノート型パソコン", "inUseBy", "suzuki"));
        Map<String, Object> software = asset("ソフトウェア", "ワープロソフト", ROOM);
        software.putAll(Map.of("personalInformation", false, "licenceManaged", true, "licencesOwned", 3,
                "licencesInUse", 2));
        int number = 0;
        for (Map<String, Object> fields : List.of(members, stick, data, laptop, software)) {
            Answer answer = office.sato().post(ASSETS, body(fields)).expect(201);
            JsonNode entry = answer.json();
            number++;
            assertEquals(number, entry.at("/fields/assetNumber").intValue());
            assertEquals("\"v1\"", answer.header("ETag"));
            assertTrue(answer.header("Location").endsWith(address(entry)), answer.header("Location"));
            assertEquals(answer.text(), office.member().get(address(entry)).expect(200).text());
            assertEquals("active", entry.get("state").textValue());
            assertEquals("佐藤", entry.at("/by/name").textValue());
            assertEquals(entry.get("by"), entry.at("/created/by"));
            assertEquals(entry.get("at"), entry.at("/created/at"));
            BY_NAME.put((String) fields.get("name"), entry);
        }
        assertEquals("鈴木", BY_NAME.get("ノートパソコン1号").at("/fields/inUseBy/name").textValue());
    }

    @Test
    @Order(3)
    @DisplayName("what 様式1 does not allow is refused with its clause")
    void refusedFields() {
        Map<String, Object> furniture = asset("家具", "机", ROOM);
        refused(furniture, "category", "2-2");
        Map<String, Object> nowhere = asset("紙媒体", "議事録", ROOM);
        nowhere.remove("location");
        refused(nowhere, "location", "3-1(1)");
        Map<String, Object> unlocked = asset("紙媒体", "応募用紙", ACTIVITIES);
        unlocked.put("personalInformation", true);
        refused(unlocked, "location", "3-1(2)");
        Map<String, Object> contradiction = asset("紙媒体", "支払調書", ROOM);
        contradiction.putAll(Map.of("specificPersonalInformation", true, "personalInformation", false,
                "lockedStorage", true));
        refused(contradiction, "personalInformation", "0-1");
        Map<String, Object> free = asset("ソフトウェア", "無償のビューア", ROOM);
        free.put("licenceManaged", false);
        refused(free, "licenceManaged", "2-2");
        Map<String, Object> wrongType = asset("紙媒体", "議事録", ROOM);
        wrongType.put("specificPersonalInformation", "無");
        refused(wrongType, "specificPersonalInformation", "0-1");
        Map<String, Object> unknown = asset("紙媒体", "議事録", ROOM);
        unknown.put("colour", "青");
        refused(unknown, "colour", null);
        Map<String, Object> numbered = asset("紙媒体", "議事録", ROOM);
        numbered.put("assetNumber", 99);
        refused(numbered, "assetNumber", null);
    }

    private static void refused(Map<String, Object> fields, String field, String clause) {
        JsonNode problem = office.sato().post(ASSETS, body(fields)).expect(422).json();
        JsonNode violation = StreamSupport.stream(problem.get("violations").spliterator(), false)
                .filter(v -> field.equals(v.get("field").textValue())).findFirst()
                .orElseThrow(() -> new AssertionError(field + " is not in " + problem));
        assertEquals(clause, violation.get("clause").textValue());
        assertFalse(violation.get("message").textValue().isBlank());
    }

    @Test
    @Order(4)
    @DisplayName("a My Number is refused, and passes only as no My Number with a reason that the sheet lists")
    void theTwelveDigitGuard() {
        Map<String, Object> fields = asset("紙媒体", "物品台帳", ROOM);
        fields.putAll(Map.of("personalInformation", false, "remarks", "シリアル番号 123456789018"));
        JsonNode problem = office.sato().post(ASSETS, body(fields)).expect(422).json();
        String code = problem.at("/violations/0/confirm").textValue();
        assertFalse(problem.toString().contains("123456789018"));
        JsonNode entry = office.sato().post(ASSETS, Map.of("fields", fields, "confirmations",
                Map.of(code, "機器のシリアル番号"))).expect(201).json();
        assertEquals("機器のシリアル番号", entry.at("/confirmations/" + code).textValue());
        JsonNode changes = office.manager().get(INVENTORY + "/sheets/current").expect(200).json().get("changes");
        assertTrue(changes.findValuesAsText("id").contains(entry.get("id").textValue()), changes::toString);
        BY_NAME.put("物品台帳", entry);
    }

    @Test
    @Order(5)
    @DisplayName("what a role does not allow is refused, and needs an account")
    void refusedRoles() {
        Map<String, Object> body = body(asset("紙媒体", "議事録", ROOM));
        assertTrue(office.anyone().post(ASSETS, body).expect(401).header("WWW-Authenticate").startsWith("Basic "));
        office.member().post(ASSETS, body).expect(403);
        office.admin().post(ASSETS, body).expect(403);
        office.admin().get(ASSETS).expect(403);
        office.admin().get(INVENTORY + "/sheets/current").expect(403);
        JsonNode entry = BY_NAME.get("会員名簿");
        correct(office.member(), entry, asset("紙媒体", "名簿", ROOM), "誤記", 1).expect(403);
        office.sato().post(address(entry) + "/actions/remove", body(Map.of("removalReason", "不要"))).expect(403);
        office.sato().post(address(entry) + "/erasure", Map.of("reason", "不要", "method", "シュレッダー", "witness",
                "鈴木")).expect(403);
        office.sato().get("/api/access/users").expect(403);
        office.manager().post("/api/access/users", Map.of("name", "x", "password", "long enough pass")).expect(403);
    }

    @Test
    @Order(6)
    @DisplayName("2-3(2) a correction appends a version with its reason, on the version that was read")
    void corrections() {
        JsonNode entry = BY_NAME.get("講座案内");
        Map<String, Object> fields = asset("電子データ", "講座案内2026", ROOM);
        fields.put("personalInformation", false);
        Map<String, Object> body = Map.of("fields", fields, "reason", "名称の訂正");
        office.sato().put(address(entry), body).expect(428);
        correct(office.sato(), entry, fields, " ", 1).expect(422);
        Answer corrected = correct(office.sato(), entry, fields, "名称の訂正", 1).expect(200);
        assertEquals("\"v2\"", corrected.header("ETag"));
        assertEquals(entry.at("/fields/assetNumber"), corrected.json().at("/fields/assetNumber"));
        assertEquals(entry.get("created"), corrected.json().get("created"));
        correct(office.suzuki(), entry, fields, "名称の訂正", 1).expect(412);
        fields.put("removalReason", "不要");
        correct(office.sato(), entry, fields, "名称の訂正", 2).expect(422);

        JsonNode versions = office.suzuki().get(address(entry) + "/versions").expect(200).json();
        assertEquals(2, versions.size());
        assertEquals(entry, versions.get(0));
        assertEquals(corrected.json(), versions.get(1));
        assertEquals("名称の訂正", versions.at("/1/reason").textValue());
        BY_NAME.put("講座案内", corrected.json());
    }

    @Test
    @Order(7)
    @DisplayName("2-3(2), 3-4(2) a medium leaves the register with the manager, its reason and its disposal")
    void removal() {
        JsonNode entry = BY_NAME.get("USBメモリ1号");
        Map<String, Object> fields = new HashMap<>(Map.of("removalReason", "故障"));
        JsonNode problem = office.manager().post(address(entry) + "/actions/remove", body(fields)).expect(422).json();
        assertEquals("3-4(2)", problem.at("/violations/0/clause").textValue());
        fields.putAll(Map.of("disposalMethod", "物理的消去（シュレッダー・破砕・粉砕）", "disposedOn",
                TODAY.toString(), "disposedBy", "鈴木"));
        office.manager().post(address(entry) + "/actions/remove", body(fields), "If-Match", "\"v9\"").expect(412);
        JsonNode removed = office.manager().post(address(entry) + "/actions/remove", body(fields), "If-Match",
                "\"v1\"").expect(200).json();
        assertEquals("removed", removed.get("state").textValue());
        assertEquals("manager", removed.get("as").textValue());
        office.manager().post(address(entry) + "/actions/remove", body(fields)).expect(409);
        BY_NAME.put("USBメモリ1号", removed);
    }

    @Test
    @Order(8)
    @DisplayName("様式1 as JSON shows the register as it stands, corrections struck through")
    void theSheetAsJson() {
        JsonNode sheet = office.member().get(INVENTORY + "/sheets/current").expect(200).json();
        assertEquals(List.of("カテゴリー", "情報資産名", "設置・保管場所", "特定個人情報の有無", "特記事項"),
                sheet.get("columns").findValuesAsText("label"));
        assertEquals(TODAY.toString(), sheet.get("updatedOn").textValue());
        List<JsonNode> rows = StreamSupport.stream(sheet.get("rows").spliterator(), false).toList();
        assertEquals(List.of("会員名簿", "講座案内2026", "ノートパソコン1号", "ワープロソフト", "物品台帳"),
                rows.stream().map(row -> row.at("/fields/name").textValue()).toList());
        assertEquals("講座案内", rows.get(1).at("/struck/0/fields/name").textValue());
        assertEquals(0, rows.get(0).get("struck").size());
    }

    @Test
    @Order(9)
    @DisplayName("様式1 as CSV has a byte order mark, the paper's columns in order, and below them what was struck (見え消し)")
    void theSheetAsCsv() {
        String expected = "\uFEFFカテゴリー,情報資産名,設置・保管場所,特定個人情報の有無,特記事項\r\n"
                + "紙媒体,会員名簿," + ROOM + ",無,\r\n"
                + "電子データ,講座案内2026," + ROOM + ",無,\r\n"
                + "ハードウェア,ノートパソコン1号," + ROOM + ",無,\r\n"
                + "ソフトウェア,ワープロソフト," + ROOM + ",無,\r\n"
                + "紙媒体,物品台帳," + ROOM + ",無,シリアル番号 123456789018\r\n";
        String struck = "見え消し(2行目の訂正前),,,,\r\n電子データ,講座案内," + ACTIVITIES + ",無,\r\n";
        Answer byHeader = office.sato().get(INVENTORY + "/sheets/current", "Accept", "text/csv").expect(200);
        assertEquals("text/csv;charset=utf-8", byHeader.header("Content-Type"));
        assertEquals(expected + struck, byHeader.text().substring(0, expected.length() + struck.length()));
        assertTrue(byHeader.text().contains("理由: 機器のシリアル番号"), byHeader.text());
        assertEquals(byHeader.text(), office.sato().get(INVENTORY + "/sheets/current.csv").expect(200).text());
    }

    @Test
    @Order(10)
    @DisplayName("2-3(2) the 点検 is signed by the manager, once every gap is explained")
    void theInspection() {
        String check = INVENTORY + "/checks/current";
        office.entered(asset("紙媒体", "中身を確かめていない書類", ROOM));
        JsonNode open = office.manager().get(check).expect(200).json();
        assertTrue(open.get("checked").isNull());
        String gap = StreamSupport.stream(open.get("gaps").spliterator(), false)
                .filter(g -> "0-1".equals(g.get("clause").textValue())).findFirst().orElseThrow().get("id").textValue();
        Map<String, Object> explanations = explained(open);

        Map<String, Object> body = Map.of("remarks", "すべて現物を確かめた", "explanations", explanations, "improvements",
                List.of(Map.of("text", "場所を登録する", "who", "佐藤", "due", "2027-03-31")));
        explanations.remove(gap);
        JsonNode unexplained = office.manager().post(check, body).expect(422).json();
        assertEquals("explanations." + gap, unexplained.at("/violations/0/field").textValue());
        explanations.put(gap, "紙の図面で確認");
        explanations.put("0000", "済");
        office.manager().post(check, body).expect(422);
        explanations.remove("0000");
        for (Api other : List.of(office.sato(), office.member(), office.admin())) {
            other.post(check, body).expect(403);
        }
        office.anyone().post(check, body).expect(401);

        JsonNode signed = office.manager().post(check, body).expect(200).json().get("checked");
        assertEquals("会長 山田", signed.at("/by/name").textValue());
        assertEquals("manager", signed.get("as").textValue());
        assertEquals("紙の図面で確認", signed.at("/explanations/" + gap).textValue());
        assertEquals("2027-03-31", signed.at("/improvements/0/due").textValue());
        assertEquals(signed, office.sato().get(check).expect(200).json().get("checked"));
        assertEquals(signed, office.sato().get(INVENTORY + "/sheets/current/checks").expect(200).json()
                .get("checked"));
        assertEquals(signed, office.sato().get(INVENTORY + "/sheets/current").expect(200).json().get("checked"));
    }

    private static Map<String, Object> explained(JsonNode check) {
        Map<String, Object> explanations = new HashMap<>();
        check.get("gaps").forEach(gap -> explanations.put(gap.get("id").textValue(), "現物を確かめた"));
        return explanations;
    }

    @Test
    @Order(11)
    @DisplayName("1-3 the deputy whom the manager confirmed signs a 点検, as the deputy")
    void theDeputySigns() {
        Api deputy = office.anyone().as("jimukyokucho", "deputy pass 1");
        String check = INVENTORY + "/checks/current";
        Map<String, Object> explanations = explained(deputy.get(check).expect(200).json());
        JsonNode signed = deputy.post(check, Map.of("explanations", explanations)).expect(200).json();
        assertEquals("deputy", signed.at("/checked/as").textValue());
        office.anyone().as("fukukaicho", "vice pass 1").get(ASSETS).expect(403);
    }

    @Test
    @Order(12)
    @DisplayName("a stranger recomputes each inclusion proof; only who may read an entry gets its values")
    void proofsHold() throws Exception {
        for (JsonNode entry : BY_NAME.values()) {
            for (int version = 1; version <= entry.get("version").intValue(); version++) {
                JsonNode proof = office.sato().get(address(entry) + "/proof?version=" + version).expect(200).json();
                JsonNode openings = stranger.proven(proof);
                assertEquals("assets.inventory", openings.at("/@ledger/value").textValue());
                assertEquals(entry.get("id"), openings.at("/@entry/value"));
                assertEquals(version, openings.at("/@version/value").intValue());
                if (version == entry.get("version").intValue()) {
                    assertEquals(entry.get("leafIndex"), proof.get("leafIndex"));
                    entry.get("fields").fields()
                            .forEachRemaining(
                                    f -> assertEquals(f.getValue(), openings.at("/" + f.getKey() + "/value")));
                }
            }
            JsonNode blind = office.admin().get(address(entry) + "/proof").expect(200).json();
            assertEquals(0, stranger.proven(blind).size());
        }
        Stranger.Head head = stranger.head();
        assertArrayEquals(head.root(), Stranger.root(stranger.leaves(head.size())));
    }

    @Test
    @Order(13)
    @DisplayName("3-4 the manager destroys an entry for good: its content is gone, its proof stays")
    void erasure() throws Exception {
        JsonNode entry = BY_NAME.get("会員名簿");
        JsonNode before = office.manager().get(address(entry) + "/proof").expect(200).json();
        assertNotEquals(0, before.get("openings").size());
        Map<String, Object> body = Map.of("reason", "保存期間の満了", "method", "シュレッダー", "witness", "鈴木");
        office.manager().post(address(entry) + "/erasure", Map.of("reason", "保存期間の満了")).expect(422);
        JsonNode erased = office.manager().post(address(entry) + "/erasure", body).expect(200).json();
        assertEquals(0, erased.get("fields").size());
        assertEquals("会長 山田", erased.at("/erased/by/name").textValue());
        assertEquals("保存期間の満了", erased.at("/erased/reason").textValue());

        assertEquals(erased, office.sato().get(address(entry)).expect(200).json());
        for (JsonNode version : office.sato().get(address(entry) + "/versions").expect(200).json()) {
            assertEquals(0, version.get("fields").size());
        }
        assertEquals(0, office.sato().get(ASSETS + "?q=" + encoded("会員名簿")).expect(200).json().get("items").size());
        assertFalse(office.sato().get(INVENTORY + "/sheets/current.csv").expect(200).text().contains("会員名簿"));
        office.manager().post(address(entry) + "/erasure", body).expect(409);
        correct(office.sato(), entry, asset("紙媒体", "名簿", ROOM), "誤記", 1).expect(409);

        JsonNode after = office.manager().get(address(entry) + "/proof?version=1").expect(200).json();
        assertEquals(0, stranger.proven(after).size());
        assertEquals(before.get("leaf"), after.get("leaf"));
        assertEquals(before.get("leafIndex"), after.get("leafIndex"));
    }

    @Test
    @Order(14)
    @DisplayName("what is due is listed for who may read it, also as a calendar")
    void duties() {
        JsonNode duties = office.manager().get("/api/duties?asOf=2099-12-31").expect(200).json();
        assertTrue(duties.findValuesAsText("clause").contains("2-3(2)"), duties::toString);
        assertEquals(0, office.admin().get("/api/duties?asOf=2099-12-31").expect(200).json().size());
        String calendar = office.manager().get("/api/duties.ics?asOf=2099-12-31").expect(200).text();
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\n") && calendar.contains("BEGIN:VEVENT\r\n"), calendar);
    }

    @Test
    @Order(15)
    @DisplayName("./daicho verify finds that all of it fits, what was destroyed included")
    void verified() throws Exception {
        Command verified = Command.run(folder, "", "verify", "--data", folder.resolve("data").toString());
        assertEquals(0, verified.code(), verified::toString);
        assertEquals(List.of(), verified.errors());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
