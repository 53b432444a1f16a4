package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.of;
import static org.daicho.itest.outside.Office.TASK;
import static org.daicho.itest.outside.Office.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Chapter 8 over REST: handlers are designated, something is received, checked, used, copied, carried, submitted, disposed
 * of and erased, a handler is released, the month is checked, and the module goes. Each step rests on those before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MyNumberIT {

    private static final String DOCUMENT = "講師 花子の個人番号の写し";
    private static final String MONTH = YearMonth.from(TODAY).toString();
    private static final int YEAR = TODAY.getMonthValue() >= 4 ? TODAY.getYear() : TODAY.getYear() - 1;

    /** Passes the check digit, and is nobody's. */
    private static final String TWELVE = "123456789018";

    @TempDir
    static Path folder;

    @AutoClose
    private static DaichoProcess process;
    private static Office office;
    private static Api tanaka;
    private static JsonNode suzukisRow;
    private static JsonNode receipt;
    private static JsonNode copy;

    @BeforeAll
    static void start() throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        office = Office.open(process);
        office.admin().account("tanaka", "田中", "staff pass 3", "staff").expect(201);
        tanaka = office.admin().as("tanaka", "staff pass 3");
    }

    @Test
    @Order(1)
    @DisplayName("8-1(1)① 8-2(5)② a row of 様式7 alone gives the rights, at once; nobody else reads or enters")
    void designation() {
        office.sato().get(of("mynumber.receipts")).expect(403);
        Map<String, Object> sato = Map.of("handler", "sato", "scope", "報酬等の支払調書");
        for (Api nobody : List.of(office.admin(), office.sato(), office.member())) {
            enter(nobody, "mynumber.handlers", sato).expect(403);
        }
        enter(office.manager(), "mynumber.handlers", sato).expect(201);
        refused(enter(office.manager(), "mynumber.handlers", sato), "handler 8-1(1)①");
        refused(enter(office.manager(), "mynumber.handlers", Map.of("handler", Api.ADMIN, "scope", "全部")),
                "handler 8-2(5)②");
        suzukisRow = enter(office.manager(), "mynumber.handlers", Map.of("handler", "suzuki", "scope", "報酬等の支払調書"))
                .expect(201).json();
        assertEquals(TODAY.toString(), suzukisRow.at("/fields/designatedOn").textValue());
        for (String ledger : List.of("receipts", "uses", "copies", "zones", "files", "access", "requests",
                "notices")) {
            office.sato().get(of("mynumber." + ledger)).expect(200);
            office.manager().get(of("mynumber." + ledger)).expect(200);
            for (Api nobody : List.of(office.admin(), tanaka, office.member())) {
                nobody.get(of("mynumber." + ledger)).expect(403);
                enter(nobody, "mynumber." + ledger, Map.of()).expect(403);
            }
            enter(office.manager(), "mynumber." + ledger, Map.of()).expect(403);
        }
        office.sato().get(of("mynumber.handlers")).expect(200);
        tanaka.get(of("mynumber.handlers")).expect(403);
    }

    @Test
    @Order(2)
    @DisplayName("8-2(9) 8-2(10) 8-2(12) a receipt is entered as on paper, completed, and checked by a second person")
    void receipt() {
        receipt = enter(office.sato(), "mynumber.receipts", Map.of("document", DOCUMENT, "purpose", TASK)).expect(201)
                .json();
        assertEquals(YEAR + "-1", receipt.at("/fields/receiptNumber").textValue());
        assertEquals("佐藤", receipt.at("/fields/receivedBy/name").textValue());
        refused(act(office.suzuki(), receipt, "check", Map.of()), "ground 8-2(4)", "numberCheck 8-2(9)",
                "identityCheck 8-2(9)", "noticeVersion 8-2(10)", "noticeShownOn 8-2(10)", "storage 8-2(5)③");
        act(office.sato(), receipt, "complete", Office.acquisition()).expect(200);
        refused(act(office.sato(), receipt, "check", Map.of()), "checkedBy 8-2(12)");
        refused(act(office.manager(), receipt, "check", Map.of()), "checkedBy 8-2(12)");
        act(tanaka, receipt, "check", Map.of()).expect(403);
        assertEquals("checked",
                act(office.suzuki(), receipt, "check", Map.of()).expect(200).json().get("state").textValue());
        refused(enter(office.sato(), "mynumber.receipts", Map.of("document", DOCUMENT, "purpose", "会員名簿の作成")),
                "purpose 2-1(2)");
        JsonNode guarded = enter(office.sato(), "mynumber.receipts", Map.of("document", TWELVE, "purpose", TASK))
                .expect(422)
                .json();
        assertEquals("my-number", guarded.at("/violations/0/confirm").textValue());
        assertFalse(guarded.toString().contains(TWELVE));
    }

    @Test
    @Order(3)
    @DisplayName("8-2(5)④ a use names an open 受払簿No.")
    void use() {
        Map<String, Object> use = new HashMap<>(Map.of("receiptNumber", YEAR + "-1", "document", DOCUMENT, "purpose",
                TASK, "usedAt", OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS).toString()));
        JsonNode used = enter(office.suzuki(), "mynumber.uses", use).expect(201).json();
        assertEquals("recorded", used.get("state").textValue());
        act(office.sato(), used, "check", Map.of()).expect(200);
        use.put("receiptNumber", YEAR + "-99");
        refused(enter(office.suzuki(), "mynumber.uses", use), "receiptNumber 8-2(5)④");
        use.put("receiptNumber", YEAR + "-1");
        use.put("usedBy", "tanaka");
        refused(enter(office.suzuki(), "mynumber.uses", use), "usedBy 8-2(5)①");
    }

    @Test
    @Order(4)
    @DisplayName("8-2(6) transport goes to a zone or to whom it is filed; a copy gets its own No.")
    void copiesAndTransport() {
        Map<String, Object> row = new HashMap<>(Map.of("document", DOCUMENT, "source", Office.ROOM, "destination",
                "第二執務室", "purpose", "保管", "sameFacility", true));
        refused(enter(office.sato(), "mynumber.copies", row), "destination 8-2(6)③");
        JsonNode insisted = office.sato().post(of("mynumber.copies"), Map.of("fields", row, "confirmations",
                Map.of("same-person", "急ぐ", "my-number", "急ぐ"))).expect(422).json();
        assertNull(insisted.at("/violations/0/confirm").textValue());
        JsonNode zone = enter(office.sato(), "mynumber.zones", Map.of("name", "第二執務室", "kind", "取扱区域")).expect(201)
                .json();
        act(office.suzuki(), zone, "approve", Map.of()).expect(403);
        act(office.manager(), zone, "approve", Map.of()).expect(200);
        JsonNode moved = enter(office.sato(), "mynumber.copies", row).expect(201).json();
        act(office.suzuki(), moved, "check", Map.of()).expect(200);
        row.put("destination", "荻窪税務署");
        row.remove("sameFacility");
        refused(enter(office.sato(), "mynumber.copies", row), "caseLocked 8-2(6)④", "carriedThroughout 8-2(6)④",
                "noDetour 8-2(6)④", "departedAt 8-2(6)④", "arrivedAt 8-2(6)④");

        Map<String, Object> copied = new HashMap<>(Map.of("kind", "複製", "receiptNumber", YEAR + "-1", "document",
                DOCUMENT, "source", "紙", "destination", "紙", "quantity", "1部", "purpose", "税理士の確認"));
        JsonNode made = enter(office.sato(), "mynumber.copies", copied).expect(201).json();
        refused(act(office.suzuki(), made, "check", Map.of()), "copyReceipt 8-2(6)①");
        copy = enter(office.sato(), "mynumber.receipts",
                Map.of("document", "写し", "purpose", TASK, "ground", "受払簿にあるものの複製又は作成",
                        "copiedFrom", YEAR + "-1", "storage", "書庫3", "lockedStorage", true))
                .expect(201).json();
        act(office.suzuki(), copy, "check", Map.of()).expect(200);
        act(office.sato(), made, "settle", Map.of("copyReceipt", copy.at("/fields/receiptNumber").textValue()))
                .expect(200);
        act(office.suzuki(), made, "check", Map.of()).expect(200);
    }

    @Test
    @Order(5)
    @DisplayName("8-2(11) it is submitted to whom the law has it filed, with the facts of the provision; then it is used no more")
    void submission() {
        Map<String, Object> fields = new HashMap<>(Map.of("disposalReason", "支払調書の提出", "addressee", "名簿業者",
                "provisionCitation", "評価書（書庫1の綴り）"));
        refused(act(office.sato(), receipt, "submit", fields), "addressee 8-2(6)③");
        fields.put("addressee", "荻窪税務署");
        fields.remove("provisionCitation");
        refused(act(office.sato(), receipt, "submit", fields), "provisionPurpose 8-2(11)②", "provisionLaw 8-2(11)②",
                "provisionScope 8-2(11)②", "provisionItems 8-2(11)②", "provisionForm 8-2(11)②");
        fields.put("provisionCitation", "評価書（書庫1の綴り）");
        JsonNode submitted = act(office.sato(), receipt, "submit", fields).expect(200).json();
        assertEquals("submitted", submitted.get("state").textValue());
        refused(enter(office.sato(), "mynumber.uses", Map.of("receiptNumber", YEAR + "-1", "purpose", TASK)),
                "receiptNumber 8-2(5)④");
    }

    @Test
    @Order(6)
    @DisplayName("8-2(7) a copy is disposed of before a witness, erased for good by another, with its certificate")
    void disposal() {
        Map<String, Object> fields = new HashMap<>(Map.of("disposalReason", "確認の終了", "disposalCategory", "紙媒体",
                "disposalMethod", "データの削除", "disposalWitness", "suzuki"));
        refused(act(office.sato(), copy, "dispose", fields), "disposalMethod 8-2(7)");
        fields.put("disposalMethod", "物理的消去（シュレッダー・破砕・粉砕）");
        act(office.sato(), copy, "dispose", fields).expect(200);
        Map<String, Object> erasure = Map.of("reason", "写しの廃棄", "method", "シュレッダー", "witness", "鈴木");
        String address = address(copy) + "/erasure";
        tanaka.post(address, erasure).expect(403);
        office.admin().post(address, erasure).expect(403);
        office.sato().post(address, erasure).expect(422);
        JsonNode erased = office.suzuki().post(address, erasure).expect(200).json();
        assertEquals(0, erased.get("fields").size());
        assertEquals("写しの廃棄", erased.at("/erased/reason").textValue());
        JsonNode certificate = office.manager().get("/api/ledgers/log.erasures/entries").expect(200).json()
                .at("/items/0/fields");
        assertEquals(copy.get("id"), certificate.get("entry"));
        assertEquals("鈴木", certificate.get("witness").textValue());
    }

    @Test
    @Order(7)
    @DisplayName("8-1(1)② whoever is released reads nothing any more, at once")
    void release() {
        office.suzuki().get(address(receipt)).expect(200);
        JsonNode released = act(office.manager(), suzukisRow, "release", Map.of()).expect(200).json();
        assertEquals(TODAY.toString(), released.at("/fields/releasedOn").textValue());
        office.suzuki().get(address(receipt)).expect(403);
        office.suzuki().get(of("mynumber.uses")).expect(403);
        enter(office.suzuki(), "mynumber.receipts", Map.of("document", DOCUMENT, "purpose", TASK)).expect(403);
        office.sato().get(address(receipt)).expect(200);
    }

    @Test
    @Order(8)
    @DisplayName("8-2(12) with one handler left the manager is the second person")
    void managerIsTheSecondPerson() {
        JsonNode alone = enter(office.sato(), "mynumber.receipts",
                Office.receipt(DOCUMENT))
                .expect(201).json();
        act(office.manager(), alone, "check", Map.of()).expect(200);
    }

    @Test
    @Order(9)
    @DisplayName("8-2(8) a correction is reported to the manager, masked")
    void correction() {
        JsonNode alone = office.sato().get(of("mynumber.receipts") + "?receiptNumber=" + YEAR + "-3").expect(200).json()
                .at("/items/0");
        Map<String, Object> fields = Office.receipt("山田の通知カード");
        JsonNode corrected = office.sato().put(address(alone), Map.of("fields", fields, "reason", "書き誤り"), "If-Match",
                "\"v2\"").expect(200).json();
        assertEquals("received", corrected.get("state").textValue());
        String report = StreamSupport
                .stream(office.manager().get("/api/duties").expect(200).json().spliterator(), false)
                .filter(d -> "8-2(8)".equals(d.get("clause").textValue())).findFirst().orElseThrow().get("title")
                .textValue();
        assertTrue(report.contains("講＊＊＊ → 山＊＊＊"), report);
        act(office.manager(), alone, "check", Map.of()).expect(200);
        act(office.manager(), alone, "acknowledge", Map.of()).expect(200);
    }

    @Test
    @Order(10)
    @DisplayName("8-3 the manager alone signs 様式8, 9 and 10, once each gap is explained")
    void check() {
        for (String ledger : List.of("receipts", "uses", "copies")) {
            String check = "/api/ledgers/mynumber." + ledger + "/checks/" + MONTH;
            JsonNode gaps = office.manager().get(check).expect(200).json().get("gaps");
            Map<String, String> explanations = new HashMap<>();
            gaps.forEach(gap -> explanations.put(gap.get("id").textValue(), "紙で確かめた"));
            if (TODAY.getDayOfMonth() > 1 && ledger.equals("receipts")) {
                assertTrue(gaps.findValuesAsText("clause").contains("8-2(10)"), gaps::toString);
                office.manager().post(check, Map.of("remarks", "確認した")).expect(422);
            }
            Map<String, Object> body = Map.of("remarks", "確認した", "explanations", explanations);
            for (Api nobody : List.of(office.sato(), tanaka, office.member(), office.admin())) {
                nobody.post(check, body).expect(403);
            }
            assertEquals("会長 山田",
                    office.manager().post(check, body).expect(200).json().at("/checked/by/name").textValue());
        }
    }

    @Test
    @Order(11)
    @DisplayName("8-2(5)② without the module the handler still reads, nobody else does, and nothing is written")
    void moduleRemoved() {
        office.admin().delete("/api/modules/mynumber").expect(204);
        office.sato().get(address(receipt)).expect(200);
        for (Api nobody : List.of(office.admin(), office.suzuki(), tanaka, office.member())) {
            nobody.get(address(receipt)).expect(403);
        }
        enter(office.sato(), "mynumber.receipts", Map.of("document", DOCUMENT, "purpose", TASK)).expect(409);
        office.admin().put("/api/modules/mynumber", null).expect(200);
        enter(office.sato(), "mynumber.receipts", Map.of("document", DOCUMENT, "purpose", TASK)).expect(201);
    }

    @Test
    @Order(12)
    @DisplayName("./daicho verify finds that all of it fits, what was erased included")
    void verified() throws Exception {
        Command verified = Command.run(folder, "", "verify", "--data", folder.resolve("data").toString());
        assertEquals(0, verified.code(), verified::toString);
        assertEquals(List.of(), verified.errors());
    }

    /** Fails unless exactly these rules were broken, each {@code field clause}. */
    private static void refused(Answer answer, String... broken) {
        assertEquals(Set.of(broken), broken(answer), answer::toString);
    }
}
