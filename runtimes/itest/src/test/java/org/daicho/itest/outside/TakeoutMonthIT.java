package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Office.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * A month of take-outs over REST: requested, approved, taken out, returned, confirmed, lost and found, every refusal, and
 * the check of the month. Each step rests on those before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakeoutMonthIT {

    private static final String TAKEOUTS = "/api/ledgers/media.takeouts";
    private static final String ENTRIES = TAKEOUTS + "/entries";
    private static final String LIST = "講座申込者名簿";
    private static final String PASSWORD = "itest-People-2026";

    /** The month in which everything happens, also where the day changes meanwhile. */
    private static final String MONTH = YearMonth.from(TODAY).toString();

    @TempDir
    static Path folder;

    @AutoClose
    private static DaichoProcess process;
    private static Api admin;
    private static Api manager;
    private static Api sato;
    private static Api suzuki;
    private static Api member;

    @BeforeAll
    static void start() throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        admin = Api.admin(process);
        manager = person("kaicho", "会長 山田", "manager");
        sato = person("sato", "佐藤", "staff");
        suzuki = person("suzuki", "鈴木", "staff");
        member = person("takahashi", "髙橋", "member");
        asset(LIST, "紙媒体", false);
        asset("報酬支払の控え", "紙媒体", true);
        asset("USBメモリ１号", "記録媒体", false);
    }

    @Test
    @Order(1)
    @DisplayName("3-2(1) a member asks, the manager approves, the member takes it out and back, staff confirm")
    void theWholeWay() {
        JsonNode entry = ask(member, Map.of("asset", LIST, "purpose", "会場での受付", "destination", "地域区民センター", "dueOn",
                TODAY.toString())).expect(201).json();
        assertEquals("requested", entry.get("state").textValue());
        for (Api nobody : List.of(member, sato, admin)) {
            act(nobody, entry, "approve", Map.of()).expect(403);
        }
        act(member, entry, "take-out", Map.of()).expect(409);
        assertEquals("approved", act(manager, entry, "approve", Map.of()).expect(200).json().get("state").textValue());
        refused(act(member, entry, "take-out", Map.of("takenOn", TODAY.plusDays(1).toString())), "takenOn", "3-2(1)");
        refused(act(member, entry, "take-out", Map.of("takenOn", TODAY.minusDays(1).toString())), "takenOn", "3-2(1)");
        refused(act(member, entry, "take-out", Map.of("takenOn", "２０２６－１１－２３")), "takenOn", "3-2(1)");
        act(suzuki, entry, "take-out", Map.of("takenOn", TODAY.toString()), "If-Match", "\"v1\"").expect(412);
        JsonNode out = act(member, entry, "take-out", Map.of()).expect(200).json();
        assertEquals(TODAY.toString(), out.at("/fields/takenOn").textValue());
        refused(act(member, entry, "return", Map.of("returnedOn", TODAY.minusDays(1).toString())), "returnedOn",
                "3-2(1)");
        act(member, entry, "confirm-return", Map.of()).expect(403);
        act(member, entry, "return", Map.of()).expect(200);
        act(member, entry, "report-lost", Map.of()).expect(409);
        JsonNode confirmed = act(sato, entry, "confirm-return", Map.of()).expect(200).json();
        assertEquals("confirmed", confirmed.get("state").textValue());
        assertEquals("佐藤", confirmed.at("/fields/returnConfirmedBy/name").textValue());
        assertEquals(List.of("requested", "approved", "out", "returned", "confirmed"),
                member.get(address(entry) + "/versions").expect(200).json().findValuesAsText("state"));
    }

    @Test
    @Order(2)
    @DisplayName("8-2(6)③ specific personal information is refused, as stated or as the inventory says, whatever is confirmed")
    void specificPersonalInformation() {
        refused(ask(sato, Map.of("asset", LIST, "specificPersonalInformation", true)), "specificPersonalInformation",
                "8-2(6)③");
        refused(ask(sato, Map.of("asset", "報酬支払の控え")), "asset", "8-2(6)③");
        refused(ask(sato, Map.of("asset", "報酬支払 の控え", "specificPersonalInformation", false)), "asset", "8-2(6)③");
        Answer insisted = sato.post(ENTRIES, Map.of("fields", Map.of("asset", "報酬支払の控え"), "confirmations",
                Map.of("same-person", "急ぐ", "my-number", "急ぐ")));
        refused(insisted, "asset", "8-2(6)③");
        String english = sato.post(ENTRIES, Map.of("fields", Map.of("asset", "報酬支払の控え")), "Accept-Language", "en")
                .expect(422).json().at("/violations/0/message").textValue();
        assertTrue(english.contains("cannot be taken out"), english);
    }

    @Test
    @Order(3)
    @DisplayName("3-2(1) nobody approves or confirms what they carry; the manager may by exception, with a reason")
    void twoPersons() {
        JsonNode own = ask(sato, Map.of("asset", LIST, "takenBy", "kaicho")).expect(201).json();
        JsonNode violation = refused(act(manager, own, "approve", Map.of()), "approvedBy", "3-2(1)");
        assertEquals("same-person", violation.get("confirm").textValue());
        JsonNode approved = manager.post(address(own) + "/actions/approve",
                Map.of("fields", Map.of(), "confirmations", Map.of("same-person", "代行が不在"))).expect(200).json();
        assertEquals("代行が不在", approved.at("/confirmations/same-person").textValue());
        act(sato, own, "take-out", Map.of()).expect(200);
        act(sato, own, "return", Map.of()).expect(200);
        act(suzuki, own, "confirm-return", Map.of()).expect(200);

        JsonNode other = out(Map.of("asset", LIST));
        act(sato, other, "return", Map.of()).expect(200);
        JsonNode self = refused(act(sato, other, "confirm-return", Map.of()), "returnConfirmedBy", "3-2(1)");
        assertTrue(self.get("confirm").isNull());
        act(suzuki, other, "confirm-return", Map.of()).expect(200);
    }

    @Test
    @Order(4)
    @DisplayName("3-2(1) a correction of what was approved asks for a new approval; what a step sets is not corrected")
    void correction() {
        JsonNode entry = ask(sato, Map.of("asset", LIST)).expect(201).json();
        act(manager, entry, "approve", Map.of()).expect(200);
        Map<String, Object> other = Map.of("fields", Map.of("asset", LIST, "destination", "別の会場"), "reason", "会場の変更");
        sato.put(address(entry), other).expect(428);
        sato.put(address(entry), other, "If-Match", "\"v1\"").expect(412);
        member.put(address(entry), other, "If-Match", "\"v2\"").expect(403);
        refused(sato.put(address(entry),
                Map.of("fields", Map.of("asset", LIST, "approvedBy", "suzuki"), "reason", "x"), "If-Match", "\"v2\""),
                "approvedBy", null);
        JsonNode corrected = sato.put(address(entry), other, "If-Match", "\"v2\"").expect(200).json();
        assertEquals("requested", corrected.get("state").textValue());
        assertFalse(corrected.get("fields").has("approvedBy"));
        act(sato, entry, "take-out", Map.of()).expect(409);
        act(manager, entry, "reject", Map.of("rejectionReason", "遠すぎる")).expect(200);
        act(manager, entry, "approve", Map.of()).expect(409);
        JsonNode withdrawn = ask(member, Map.of("asset", LIST)).expect(201).json();
        act(member, withdrawn, "withdraw", Map.of()).expect(200);
        act(manager, withdrawn, "approve", Map.of()).expect(409);
    }

    @Test
    @Order(5)
    @DisplayName("3-2(1) what a request may not say is named, field by field")
    void malformedRequests() {
        refused(ask(sato, Map.of()), "asset", "3-2(1)");
        refused(ask(sato, Map.of("asset", LIST, "colour", "赤")), "colour", null);
        refused(ask(sato, Map.of("asset", LIST, "takenOn", TODAY.toString())), "takenOn", null);
        refused(ask(sato, Map.of("asset", LIST, "dueOn", TODAY.minusDays(1).toString())), "dueOn", "3-2(1)");
        refused(ask(sato, Map.of("asset", LIST, "takenBy", "nobody")), "takenBy", "3-2(1)");
        refused(ask(member, Map.of("asset", LIST, "takenBy", "sato")), "takenBy", "3-2(1)");
        for (Api nobody : List.of(manager, admin)) {
            ask(nobody, Map.of("asset", LIST)).expect(403);
        }
        Api.of(process).post(ENTRIES, Map.of("fields", Map.of("asset", LIST))).expect(401);
    }

    @Test
    @Order(6)
    @DisplayName("C町: a USB memory is lost and reported by that, is found and confirmed")
    void lostAndFound() {
        JsonNode entry = out(Map.of("asset", LIST, "medium", "USBメモリ1号"));
        act(sato, entry, "find", Map.of()).expect(409);
        JsonNode lost = act(sato, entry, "report-lost", Map.of("lossDetails", "電車に置き忘れた")).expect(200).json();
        assertEquals("lost", lost.get("state").textValue());
        JsonNode reports = manager.get("/api/ledgers/incidents.reports/entries?takeout=" + id(entry)).expect(200)
                .json();
        assertEquals(1, reports.get("items").size(), "the loss is reported by that");
        assertFalse(duties().contains("lost:" + id(entry)));
        act(sato, entry, "return", Map.of()).expect(409);
        JsonNode found = act(sato, entry, "find", Map.of("findDetails", "駅に届いていた")).expect(200).json();
        assertEquals("returned", found.get("state").textValue());
        assertEquals(TODAY.toString(), found.at("/fields/returnedOn").textValue());
        act(suzuki, entry, "confirm-return", Map.of()).expect(200);
        assertFalse(duties().contains("lost:" + id(entry)));
    }

    @Test
    @Order(7)
    @DisplayName("3-2(1) what is out is the carrier's to return")
    void returnsAreDue() {
        JsonNode entry = out(Map.of("asset", "目録にない名簿", "dueOn", TODAY.plusDays(3).toString()));
        JsonNode duty = StreamSupport.stream(manager.get("/api/duties").expect(200).json().spliterator(), false)
                .filter(d -> d.get("key").textValue().startsWith("return:" + id(entry))).findFirst().orElseThrow();
        assertEquals(TODAY.plusDays(3).toString(), duty.get("due").textValue());
        assertEquals("3-2(1)", duty.get("clause").textValue());
        assertEquals("佐藤", duty.at("/who/name").textValue());
    }

    @Test
    @Order(8)
    @DisplayName("様式2 prints the rows that went out, in the paper's columns")
    void theSheet() {
        String day = TODAY.toString();
        List<String> rows = Stream.of(LIST + ",髙橋,会長 山田," + day + ",佐藤", LIST + ",会長 山田,会長 山田," + day + ",鈴木",
                LIST + ",佐藤,会長 山田," + day + ",鈴木", LIST + ",佐藤,会長 山田," + day + ",鈴木", "目録にない名簿,佐藤,会長 山田,,")
                .map(row -> day + "," + row).toList();
        List<String> csv = sato.get(TAKEOUTS + "/sheets/" + MONTH + ".csv").expect(200).text().lines().toList();
        assertEquals("\uFEFF持ち出し日,持ち出す情報資産(ファイル名・書類名),持ち出し者,承認者,返却日,返却確認者", csv.get(0));
        assertEquals(rows, csv.subList(1, 1 + rows.size()));
        JsonNode sheet = member.get(TAKEOUTS + "/sheets/" + MONTH).expect(200).json();
        assertEquals("情報資産持ち出し管理簿", sheet.get("title").textValue());
        assertEquals(rows.size(), sheet.get("rows").size());
    }

    @Test
    @Order(9)
    @DisplayName("3-5 the month's check names what is missing, and the manager alone signs it, once that is explained")
    void theCheck() {
        String check = TAKEOUTS + "/checks/" + MONTH;
        JsonNode gaps = manager.get(check).expect(200).json().get("gaps");
        if (TODAY.getDayOfMonth() > 1) {
            assertEquals(List.of("2-3(1)"), gaps.findValuesAsText("clause"), gaps::toString);
            assertTrue(gaps.at("/0/text").textValue().contains("目録にない名簿"));
            manager.post(check, Map.of("remarks", "確認した")).expect(422);
        }
        Map<String, String> explanations = new HashMap<>();
        gaps.forEach(gap -> explanations.put(gap.get("id").textValue(), "次回までに目録へ載せる"));
        Map<String, Object> body = Map.of("remarks", "確認した", "explanations", explanations, "improvements",
                List.of(Map.of("text", "目録へ載せる", "who", "佐藤", "due", TODAY.plusMonths(1).toString())));
        for (Api nobody : List.of(sato, member, admin)) {
            nobody.post(check, body).expect(403);
        }
        JsonNode signed = manager.post(check, body).expect(200).json();
        assertEquals("会長 山田", signed.at("/checked/by/name").textValue());
        assertEquals(signed.get("checked"), sato.get(check).expect(200).json().get("checked"));
    }

    @Test
    @Order(10)
    @DisplayName("3-4(2) a medium leaves: its disposal is recorded before a witness, then the inventory lets it go")
    void disposal() {
        String disposals = "/api/ledgers/media.disposals/entries";
        Map<String, Object> crushed = new HashMap<>(Map.of("asset", "USBメモリ1号", "category", "記録媒体", "method",
                "データの削除", "witness", "suzuki"));
        refused(sato.post(disposals, Map.of("fields", crushed)), "method", "3-4(2)");
        crushed.put("method", "物理的消去（シュレッダー・破砕・粉砕）");
        JsonNode record = sato.post(disposals, Map.of("fields", crushed)).expect(201).json();
        assertTrue(duties().contains("registered:" + id(record)));
        JsonNode asset = sato.get("/api/ledgers/assets.inventory/entries?assetNumber=3").expect(200).json()
                .at("/items/0");
        manager.post("/api/ledgers/assets.inventory/entries/" + id(asset) + "/actions/remove",
                Map.of("fields", Map.of("removalReason", "故障", "disposalMethod", crushed.get("method"), "disposedOn",
                        TODAY.toString(), "disposalRecord", id(record))))
                .expect(200);
        assertFalse(duties().contains("registered:" + id(record)));
        assertFalse(duties().contains("disposal:" + id(asset)));
    }

    private static Api person(String account, String name, String role) {
        admin.account(account, name, PASSWORD, role).expect(201);
        return admin.as(account, PASSWORD);
    }

    private static void asset(String name, String category, boolean specific) {
        sato.post("/api/ledgers/assets.inventory/entries", Map.of("fields", Map.of("category", category, "name", name,
                "location", "書庫1", "specificPersonalInformation", specific, "lockedStorage", true))).expect(201);
    }

    private static Answer ask(Api by, Map<String, Object> fields) {
        return by.post(ENTRIES, Map.of("fields", fields));
    }

    private static Answer act(Api by, JsonNode entry, String action, Map<String, Object> fields, String... headers) {
        return by.post(address(entry) + "/actions/" + action, Map.of("fields", fields), headers);
    }

    /** Has staff take something out. */
    private static JsonNode out(Map<String, Object> fields) {
        JsonNode entry = ask(sato, fields).expect(201).json();
        act(manager, entry, "approve", Map.of()).expect(200);
        return act(sato, entry, "take-out", Map.of()).expect(200).json();
    }

    /** Returns the keys of what is due. */
    private static List<String> duties() {
        return manager.get("/api/duties").expect(200).json().findValuesAsText("key");
    }

    /** Fails unless a rule was broken on a field; returns the violation. */
    private static JsonNode refused(Answer answer, String field, String clause) {
        JsonNode violation = StreamSupport.stream(answer.expect(422).json().get("violations").spliterator(), false)
                .filter(v -> field.equals(v.get("field").textValue())).findFirst()
                .orElseThrow(() -> new AssertionError(field + " is not refused: " + answer));
        assertEquals(clause, violation.get("clause").textValue());
        return violation;
    }
}
