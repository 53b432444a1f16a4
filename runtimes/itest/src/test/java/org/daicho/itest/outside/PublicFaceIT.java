package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.INVENTORY;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.address;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.daicho.itest.outside.Office.correct;
import static org.daicho.itest.outside.Problems.FINE;
import static org.daicho.itest.outside.Problems.isJapanese;
import static org.daicho.itest.outside.Problems.names;
import static org.daicho.itest.outside.Problems.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody with bad intentions, or with bad luck, gets from the public face for requests that are well formed:
 * versions, repeats, callers at once, credentials, accounts.
 */
@ExtendWith(SharedOffice.class)
class PublicFaceIT {

    private static Office office;

    @BeforeAll
    static void enter(Office shared) {
        office = shared;
        office.entered(asset("紙媒体", "議事録", ROOM));
    }

    @Test
    void aVersionThatIsNotThere() {
        String proof = address(office.entered(asset("紙媒体", "議事録", ROOM))) + "/proof?version=";
        for (String version : List.of("0", "-1", "x", "99999999999", "1.0")) {
            problem(400, office.sato().get(proof + version));
        }
        problem(404, office.sato().get(proof + "2"));
        office.sato().get(proof + "1").expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*|400", "'\"v1\", \"v2\"'|400", "v1|400", "''|400", "W/\"v1\"|412",
            "\"x\"|412", "\"v2\"|412", "\"v0\"|412", "\"v99999999999\"|412"})
    void aCorrectionNamesTheVersionItRead(String ifMatch, int status) {
        JsonNode entry = office.entered(asset("紙媒体", "議事録", ROOM));
        Map<String, Object> body = Map.of("fields", asset("紙媒体", "議事録", ROOM), "reason", "訂正");
        problem(428, office.sato().put(address(entry), body));
        problem(status, office.sato().put(address(entry), body, "If-Match", ifMatch));
        assertEquals(entry, office.sato().get(address(entry)).json());
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        String path = address(office.entered(asset("紙媒体", "議事録", ROOM)));
        for (String known : List.of("\"v1\"", "W/\"v1\"", "\"v3\", \"v1\"", "*")) {
            Answer answer = office.sato().get(path, "If-None-Match", known).expect(304);
            assertEquals("\"v1\"", answer.header("ETag"));
            assertEquals(0, answer.bytes().length);
        }
        office.sato().get(path, "If-None-Match", "\"v2\"").expect(200);
        office.anyone().get(path, "If-None-Match", "*").expect(401);
    }

    @Test
    void ofTwoCorrectionsOfOneVersionExactlyOneWins() throws Exception {
        JsonNode entry = office.entered(asset("紙媒体", "議事録", ROOM));
        List<Integer> statuses = atOnce(8, i -> correct(i % 2 == 0 ? office.sato() : office.suzuki(), entry,
                asset("紙媒体", "議事録" + i, ROOM), "訂正", 1).status());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
        assertEquals(2, office.sato().get(address(entry) + "/versions").json().size());
    }

    @Test
    void oneKeyMakesOneEntryHoweverOftenItIsSent() throws Exception {
        Set<String> ids = Set.copyOf(atOnce(6, i -> office.sato().post(ASSETS, FINE, "Idempotency-Key", "at-once")
                .expect(201).json().get("id").textValue()));
        assertEquals(1, ids.size());
        Answer first = office.sato().post(ASSETS, FINE, "Idempotency-Key", "k1").expect(201);
        Answer again = office.sato().post(ASSETS, FINE, "Idempotency-Key", "k1").expect(201);
        assertEquals(first.text(), again.text());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        problem(422, office.sato().post(ASSETS, FINE.replace("議事録", "名簿"), "Idempotency-Key", "k1"));
        assertNotEquals(first.json().get("id"),
                office.suzuki().post(ASSETS, FINE, "Idempotency-Key", "k1").expect(201).json().get("id"));
        problem(422, office.sato().post(ASSETS, "{\"fields\":{}}", "Idempotency-Key", "k2"));
        office.sato().post(ASSETS, FINE, "Idempotency-Key", "k2").expect(201);
        for (String key : List.of("", "a b", "a".repeat(201))) {
            problem(400, office.sato().post(ASSETS, FINE, "Idempotency-Key", key));
        }
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int count, Numbered<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> call.call(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        for (String english : List.of("en", "en-US,en;q=0.9", "en,ja;q=0.5")) {
            Answer answer = office.sato().post(ASSETS, "{\"fields\":{}}", "Accept-Language", english).expect(422);
            assertEquals("en", answer.header("Content-Language"));
            assertFalse(isJapanese(answer.json().get("detail").textValue()));
            assertFalse(isJapanese(answer.json().get("title").textValue()));
            for (String message : answer.json().get("violations").findValuesAsText("message")) {
                assertTrue(message.startsWith("Enter") || message.contains("\""), message);
            }
        }
        for (String japanese : List.of("ja", "fr", "*", "en;q=0", "ja,en", "junk;;;")) {
            assertEquals("ja", office.sato().get("/api/ledgers/nope", "Accept-Language", japanese).expect(404)
                    .header("Content-Language"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic /zr/", "Bearer", "Bearer x", "Digest x",
            "Bearer a, Basic b", "x"})
    void credentialsThatAreNone(String authorization) {
        Answer answer = office.anyone().get("/api/ledgers", "Authorization", authorization);
        problem(401, answer);
        assertEquals("Basic realm=\"Daicho\", charset=\"UTF-8\",Bearer realm=\"Daicho\"",
                String.join(",", answer.headers().allValues("WWW-Authenticate")));
        problem(401, office.anyone().get("/api/ledgers/nope/entries"));
        problem(401, office.anyone().get("/api/access/users"));
        problem(401, office.anyone().get(INVENTORY + "/sheets/current"));
        problem(401, office.anyone().get("/api/duties.ics"));
    }

    @Test
    void aTokenServesItsAccountUntilItIsRevoked() {
        Answer issued = office.suzuki().post("/api/access/tokens", Map.of("label", "夜間の取込み")).expect(201);
        String id = issued.json().get("id").textValue();
        Api script = office.anyone().bearing(issued.json().get("token").textValue());
        assertEquals("suzuki", script.get("/api/access/me").expect(200).json().get("name").textValue());
        script.get(ASSETS).expect(200);
        problem(403, script.get("/api/access/users"));
        assertTrue(issued.header("Location").endsWith("/api/access/tokens/" + id));
        JsonNode shown = office.suzuki().get("/api/access/tokens/" + id).expect(200).json();
        assertFalse(shown.has("token"));
        problem(404, office.sato().get("/api/access/tokens/" + id));
        problem(404, office.sato().delete("/api/access/tokens/" + id));
        office.suzuki().delete("/api/access/tokens/" + id).expect(204);
        problem(401, script.get(ASSETS));
        problem(404, office.suzuki().get("/api/access/tokens/" + id));
    }

    @Test
    void aRoleOfAnotherDayAndADisabledAccountGiveNothing() {
        office.admin().account("future", "来年の職員", "staff pass 3", Map.of("role", "staff", "from", "2199-04-01"))
                .expect(201);
        Api future = office.anyone().as("future", "staff pass 3");
        assertEquals("future", future.get("/api/access/me").expect(200).json().get("name").textValue());
        problem(403, future.get(ASSETS));
        problem(403, future.post(ASSETS, FINE));
        office.admin().put("/api/access/users/future/roles", List.of(Map.of("role", "staff", "from", "2026-04-01")))
                .expect(200);
        future.get(ASSETS).expect(200);
        office.admin().put("/api/access/users/future", Map.of("disabled", true)).expect(200);
        problem(401, future.get(ASSETS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"422|{}",
            "422|{\"name\":\"あ\",\"password\":\"long enough\"}",
            "422|{\"name\":\"new\",\"password\":\"x\"}", "422|{\"name\":\"new\",\"password\":\"long enough\",\"x\":1}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":\"staff\"}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[\"king\"]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[\"handler\"]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[\"operator\",\"staff\"]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[\"deputy\"]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[{\"role\":\"staff\",\"from\":\"2026-02-30\"}]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[{\"role\":\"staff\",\"from\":\"+999999-01-01\"}]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"roles\":[{\"role\":\"staff\",\"from\":\"2200-01-01\"}]}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"person\":\"nobody\"}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"displayName\":\"a\\u0000b\"}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"displayName\":\"\\ud800\"}",
            "422|{\"name\":\"new\",\"password\":\"long enough\",\"displayName\":\"123456789018\"}",
            "409|{\"name\":\"SATO\",\"password\":\"long enough\"}", "400|[]", "400|null", "400|{", "400|{} x",
            "400|{\"name\":\"a\",\"name\":\"b\"}"})
    void anAccountThatIsRefusedIsNotHalfMade(int status, String body) {
        JsonNode users = office.admin().get("/api/access/users").expect(200).json();
        JsonNode persons = office.admin().get("/api/access/persons").expect(200).json();
        problem(status, office.admin().post("/api/access/users", body));
        assertEquals(users, office.admin().get("/api/access/users").expect(200).json());
        assertEquals(persons, office.admin().get("/api/access/persons").expect(200).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\":\"x\"}", "{\"reason\":\" \",\"method\":\"a\",\"witness\":\"b\"}",
            "{\"reason\":\"a\\u0000\",\"method\":\"a\",\"witness\":\"b\"}",
            "{\"reason\":\"123456789018\",\"method\":\"a\",\"witness\":\"b\"}",
            "{\"reason\":\"a\",\"method\":\"a\",\"witness\":\"b\",\"x\":1}"})
    void anErasureThatIsRefusedDestroysNothing(String body) {
        JsonNode entry = office.entered(asset("紙媒体", "議事録", ROOM));
        problem(422, office.manager().post(address(entry) + "/erasure", body));
        assertEquals(entry, office.sato().get(address(entry)).json());
    }

    @Test
    void healthTellsNoMoreThanWhetherItRuns() {
        problem(400, office.anyone().get("/system/health?tags=x&httpStatus=OK:500"));
        Answer health = office.anyone().get("/system/health").expect(200);
        assertTrue(health.header("Content-Type").startsWith("application/json"));
        assertEquals(null, health.header("Access-Control-Allow-Origin"));
        problem(405, office.anyone().post("/system/health", "{}"));
    }

    @Test
    void aLedgerIsDescribedAsTheContractSays() {
        JsonNode ledger = office.sato().get(INVENTORY).expect(200).json();
        assertTrue(names(ledger).containsAll(List.of("id", "module", "state", "form", "title", "columns", "states",
                "actions", "period", "periodField", "monthlyCheck", "schema")), ledger::toString);
        for (JsonNode column : ledger.get("columns")) {
            assertTrue(names(column).containsAll(
                    List.of("name", "label", "type", "required", "printed", "values", "setBy")), column::toString);
        }
        for (JsonNode action : ledger.get("actions")) {
            assertTrue(names(action).containsAll(List.of("name", "label", "from", "to", "roles", "fields")),
                    action::toString);
        }
        assertEquals("active", ledger.get("state").textValue());
        assertEquals("asof", ledger.get("period").textValue());
        JsonNode entry = office.entered(asset("紙媒体", "議事録", ROOM));
        assertTrue(names(entry).containsAll(List.of("id", "ledger", "version", "state", "fields", "by", "at",
                "created", "leafIndex")), entry::toString);
        assertTrue(entry.get("at").textValue().endsWith("+09:00"));
        JsonNode duty = office.manager().get("/api/duties?asOf=2099-12-31").expect(200).json().get(0);
        assertTrue(names(duty).containsAll(List.of("ledger", "clause", "title", "due", "who")), duty::toString);
    }
}
