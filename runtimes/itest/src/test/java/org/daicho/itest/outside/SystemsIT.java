package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.of;
import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.TODAY;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Chapter 4 beside its real neighbours, over REST: what it reads of theirs, what chapter 2 reads of it, and the last seat
 * of a licence.
 */
@ExtendWith(SharedOffice.class)
class SystemsIT {

    private static final int CALLERS = 6;

    private static Office office;

    @BeforeAll
    static void enter(Office shared) {
        office = shared;
    }

    @RepeatedTest(value = 3, name = "4-7 of two staff at once for the last seat, one gets it ({currentRepetition})")
    void theLastSeat() throws Exception {
        JsonNode licence = entered(office.sato(), "systems.licences", Map.of("software", "表計算ソフト", "licencesOwned", 1));
        List<Answer> answers = atOnce(List.of(office.sato(), office.suzuki()), licence);
        assertEquals(List.of(201, 422), answers.stream().map(Answer::status).sorted().toList(), answers::toString);
        assertEquals(1, seats(licence));
        refused(assign(office.sato(), licence, "PC9"), "licence", "4-7");
    }

    @Test
    @DisplayName("4-7 of six calls at once for two seats, two get one, and nothing is a 5xx")
    void theLastSeats() throws Exception {
        JsonNode licence = entered(office.sato(), "systems.licences", Map.of("software", "会計ソフト", "licencesOwned", 2));
        List<Api> callers = IntStream.range(0, CALLERS).mapToObj(i -> i % 2 == 0 ? office.sato() : office.suzuki())
                .toList();
        List<Answer> answers = atOnce(callers, licence);
        assertEquals(2, answers.stream().filter(a -> a.status() == 201).count(), answers::toString);
        // Whoever was overtaken too often is told to come again, and is refused then.
        answers.stream().filter(a -> a.status() != 201)
                .forEach(a -> assertTrue(a.status() == 422 || a.status() == 409, a::toString));
        assertEquals(2, seats(licence));
        refused(assign(office.sato(), licence, "PC9"), "licence", "4-7");
    }

    @Test
    @DisplayName("0-7(2)③ once approvals are kept, software enters 様式1 after its approval; the manager may with a reason")
    void softwareIsApproved() {
        JsonNode request = entered(office.sato(), "systems.installs",
                Map.of("software", "地図ソフト", "devices", "事務PC", "purpose", "案内図の作成"));
        Map<String, Object> software = asset("ソフトウェア", "地図ソフト", ROOM);
        assertTrue(refused(office.sato().post(ASSETS, body(software)), "name", "0-7(2)③").get("confirm").isNull());
        act(office.sato(), request, "approve", Map.of()).expect(403);
        act(office.manager(), request, "approve", Map.of()).expect(200);
        office.sato().post(ASSETS, body(software)).expect(201);

        Map<String, Object> old = asset("ソフトウェア", "以前からのソフト", ROOM);
        String code = refused(office.manager().post(ASSETS, body(old)), "name", "0-7(2)③").get("confirm").textValue();
        JsonNode added = office.manager().post(ASSETS, Map.of("fields", old, "confirmations", Map.of(code, "導入済み")))
                .expect(201).json();
        assertEquals("導入済み", added.at("/confirmations/" + code).textValue());
        JsonNode changes = office.member().get(Office.INVENTORY + "/sheets/current").expect(200).json().get("changes");
        assertTrue(changes.findValuesAsText("id").contains(added.get("id").textValue()), changes::toString);
    }

    @Test
    @DisplayName("4-8 G県: hardware leaves 様式1 once chapter 4 or chapter 3 has the record of its erasure")
    void hardwareIsErased() {
        JsonNode server = office.entered(asset("ハードウェア", "共有サーバー", ROOM));
        JsonNode notebook = office.entered(asset("ハードウェア", "古いノート", ROOM));
        Map<String, Object> disposal = Map.of("removalReason", "更新", "disposalMethod", "物理的消去（磁気消去）", "disposedOn",
                TODAY.toString(), "disposedBy", "回収業者");
        for (JsonNode asset : List.of(server, notebook)) {
            refused(remove(asset, disposal), "disposalRecord", "4-8");
        }
        entered(office.sato(), "systems.erasures",
                Map.of("asset", "共有サーバー", "assetNumber", number(server), "method", "物理的消去（磁気消去）",
                        "mediumKind", "磁気ディスク・磁気テープ（HDD等）", "witness", "suzuki"));
        assertEquals("removed", remove(server, disposal).expect(200).json().get("state").textValue());
        entered(office.sato(), "media.disposals", Map.of("asset", "古いノート", "category", "ハードウェア", "method",
                "物理的消去（シュレッダー・破砕・粉砕）", "witness", "suzuki"));
        remove(notebook, disposal).expect(200);
    }

    @Test
    @DisplayName("3-4(2) erasure software that chapter 3 approved erases a device of chapter 4")
    void chapterThreesListCounts() {
        Map<String, Object> wiped = new HashMap<>(Map.of("asset", "受付PC", "method", "論理的消去（許可を得たデータ消去ソフトウェア）",
                "software", "完全消去くん", "witness", "suzuki"));
        JsonNode listed = entered(office.sato(), "media.erasure-software", Map.of("name", "完全消去くん"));
        refused(office.sato().post(of("systems.erasures"), body(wiped)), "software", "3-4(2)");
        act(office.manager(), listed, "approve", Map.of()).expect(200);
        entered(office.sato(), "systems.erasures", wiped);
    }

    @Test
    @DisplayName("4-6(1) a notebook is kept in a cabinet of chapter 1's places; 2-4 it is open while its user has it")
    void notebooksAreLockedAway() {
        office.manager().post(of("council.places"), body(Map.of("name", "執務室", "kind", "執務室", "lockable", true,
                "restricted", true))).expect(201);
        office.manager().post(of("council.places"), body(Map.of("name", "書庫7", "kind", "書庫", "lockable", true,
                "number", 7, "room", "執務室"))).expect(201);
        Map<String, Object> notebook = new HashMap<>(Map.of("device", "貸出ノート", "kind", "ノート型パソコン", "place", "執務室",
                "usedBy", "takahashi"));
        refused(office.sato().post(of("systems.devices"), body(notebook)), "place", "4-6(1)");
        notebook.put("place", "書庫7");
        JsonNode device = entered(office.sato(), "systems.devices", notebook);
        assertTrue(duties().contains("unchecked:" + id(device)));
        assertFalse(duties().contains("cabinet:" + id(device)));
        act(office.suzuki(), device, "check", Map.of("loginPassword", true, "passwordKept", true, "antiMalware", true,
                "antiMalwareProduct", "ウイルス対策", "antiMalwareUpdatedOn", TODAY.toString(), "secured", true)).expect(200);
        assertFalse(duties().contains("unchecked:" + id(device)));
        refused(act(office.manager(), device, "retire", Map.of("retirementReason", "更新")), "erasureRecord", "4-8");

        JsonNode sheet = entered(office.sato(), "council.leaving",
                Map.of("person", "takahashi", "leavingOn", TODAY.toString(), "reason", "任期満了"));
        assertTrue(duties().contains("item:" + id(sheet) + ":systems.devices:" + id(device)), duties()::toString);
    }

    @Test
    @DisplayName("4-1 a medium that nobody permitted is reported under chapter 6 as it is seen")
    void unlistedMedium() {
        JsonNode permit = entered(office.sato(), "systems.media-permits", Map.of("medium", "USBメモリ9号", "device", "受付PC",
                "permittedFrom", TODAY.toString(), "permittedTo", TODAY.toString()));
        act(office.sato(), permit, "permit", Map.of()).expect(403);
        act(office.manager(), permit, "permit", Map.of()).expect(200);
        JsonNode listed = entered(office.sato(), "systems.media-sightings",
                Map.of("medium", "USBメモリ9号", "device", "受付PC"));
        JsonNode unlisted = entered(office.sato(), "systems.media-sightings",
                Map.of("medium", "白いUSBメモリ", "device", "受付PC"));
        assertFalse(duties().contains("unlisted:" + id(listed)));
        assertFalse(duties().contains("unlisted:" + id(unlisted)));
        JsonNode reports = office.manager().get(of("incidents.reports") + "?sighting=" + id(unlisted)).expect(200)
                .json();
        assertEquals("兆候", reports.at("/items/0/fields/reportKind").textValue());
    }

    /** Has each caller assign a seat, all at the same moment. */
    private static List<Answer> atOnce(List<Api> callers, JsonNode licence) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<CompletableFuture<Answer>> calls = IntStream.range(0, callers.size())
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        try {
                            start.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return assign(callers.get(i), licence, "PC" + i);
                    }, threads)).toList();
            start.countDown();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Answer assign(Api by, JsonNode licence, String device) {
        return by.post(of("systems.seats"), body(Map.of("licence", id(licence), "device", device)));
    }

    private static int seats(JsonNode licence) {
        return office.member().get(of("systems.seats") + "?licence=" + id(licence)).expect(200).json()
                .get("items").size();
    }

    private static Answer remove(JsonNode asset, Map<String, Object> disposal) {
        return office.manager().post(address(asset) + "/actions/remove", body(disposal));
    }

    private static int number(JsonNode asset) {
        return asset.at("/fields/assetNumber").intValue();
    }

    /** Returns the keys of what is due. */
    private static List<String> duties() {
        return office.manager().get("/api/duties").expect(200).json().findValuesAsText("key");
    }

    /** Fails unless one rule was broken; returns the violation. */
    private static JsonNode refused(Answer answer, String field, String clause) {
        JsonNode violations = answer.expect(422).json().get("violations");
        assertEquals(1, violations.size(), violations::toString);
        JsonNode violation = StreamSupport.stream(violations.spliterator(), false).findFirst().orElseThrow();
        assertEquals(field, violation.get("field").textValue());
        assertEquals(clause, violation.get("clause").textValue());
        return violation;
    }
}
