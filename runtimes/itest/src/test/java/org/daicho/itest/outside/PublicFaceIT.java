package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.INVENTORY;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.address;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.daicho.itest.outside.Office.correct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What somebody with bad intentions, or with bad luck, gets from the public face: always a problem (RFC 9457) that says
 * what is wrong, never a fault of the system, never a page.
 */
class PublicFaceIT {

    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "violations");
    private static final String FINE = "{\"fields\":{\"category\":\"紙媒体\",\"name\":\"議事録\",\"location\":\"" + ROOM
            + "\",\"specificPersonalInformation\":false}}";

    @TempDir
    static Path folder;

    private static DaichoProcess process;
    private static Office office;

    @BeforeAll
    static void start() throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        office = Office.open(process);
        office.entered(asset("紙媒体", "議事録", ROOM));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.close();
    }

    /** Fails unless an answer is a problem of a status, and nothing more than one. */
    private static JsonNode problem(int status, Answer answer) {
        answer.expect(status);
        assertEquals("application/problem+json", answer.header("Content-Type"), answer::toString);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        JsonNode problem = answer.json();
        problem.fieldNames().forEachRemaining(name -> assertTrue(MEMBERS.contains(name), name));
        assertEquals(status, problem.get("status").intValue());
        assertTrue(problem.get("type").textValue().startsWith("urn:daicho:problem:"));
        assertTrue(isJapanese(problem.get("title").textValue()), answer::toString);
        assertTrue(isJapanese(problem.get("detail").textValue()), answer::toString);
        assertFalse(answer.text().contains("org.daicho") || answer.text().contains("Exception"), answer::toString);
        return problem;
    }

    private static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30FF);
    }

    private static String unescaped(String text) {
        return text == null ? "" : text.replace("\\0", "\0").replace("\\n", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // what is no JSON, or JSON that two readers would read as two things
            "400|{\"fields\":", "400|`   `", "400|{} x", "400|{}{}", "400|{'fields':{}}", "400|{\"fields\":{},}",
            "400|{\"fields\":{\"name\":\"a\",\"name\":\"b\"}}", "400|{\"fields\":{},\"fields\":{}}",
            "400|{\"fields\":{\"name\":\"\\ud800\"}}", "400|{\"fields\":{\"name\":\"\\ufffe\"}}",
            "400|{\"fields\":{\"licencesOwned\":NaN}}",
            // what is JSON, and no entry
            "422|[]", "422|null", "422|1", "422|\"x\"", "422|{}", "422|{\"fields\":null}", "422|{\"fields\":[]}",
            "422|{\"fields\":{}}", "422|{\"fields\":{},\"x\":1}", "422|{\"fields\":{},\"reason\":1}",
            "422|{\"fields\":{},\"confirmations\":[]}", "422|{\"fields\":{},\"confirmations\":{\"a\":null}}",
            "422|{\"fields\":{\"licencesOwned\":1e400}}", "422|{\"fields\":{\"licencesOwned\":1e999999999}}",
            "422|{\"fields\":{\"licencesOwned\":99999999999999999999}}", "422|{\"fields\":{\"licencesOwned\":1.5}}"})
    void aBodyThatIsNoEntry(int status, String body) {
        problem(status, office.sato().post(ASSETS, body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"name|1", "name|{\"a\":1}", "name|[\"a\"]", "name|true",
            "name|null", "name|\"  \"", "name|\"　\"", "name|\"a\\u0000b\"", "name|\"a\\u0007b\"", "name|\"a\\nb\"",
            "category|\"家具\"", "specificPersonalInformation|\"はい\"", "specificPersonalInformation|1",
            "reviewOn|\"2026-02-30\"", "reviewOn|\"２０２６-11-23\"", "reviewOn|\"2026-11-23T00:00:00\"",
            "reviewOn|\"+99999-11-23\"", "reviewOn|20261123", "licencesOwned|\"1\"", "licencesOwned|1.0",
            "licencesOwned|-1", "assetNumber|7", "removalReason|\"不要\"", "inUseBy|\"nobody\"",
            "inUseBy|{\"name\":\"佐藤\"}", "colour|\"青\"", "remarks|\"番号は123456789018\""})
    void aFieldThatIsWrongIsNamed(String field, String value) throws IOException {
        Map<String, Object> fields = asset("紙媒体", "議事録", ROOM);
        fields.put(field, new ObjectMapper().readTree(value));
        JsonNode problem = problem(422, office.sato().post(ASSETS, body(fields)));
        assertTrue(problem.get("violations").findValuesAsText("field").contains(field), problem::toString);
        for (JsonNode violation : problem.get("violations")) {
            assertEquals(List.of("field", "clause", "message", "confirm"), names(violation));
            assertTrue(isJapanese(violation.get("message").textValue()));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aBodyThatIsTooDeepOrTooLarge() {
        problem(400, office.sato().post(ASSETS, "{\"fields\":" + "[".repeat(100) + "]".repeat(100) + "}"));
        problem(400, office.sato().post(ASSETS, "[".repeat(500_000)));
        problem(413, office.sato().post(ASSETS, "{\"fields\":{\"name\":\"" + "a".repeat(1_100_000) + "\"}}"));
        problem(413, office.admin().post("/api/access/users", "{\"name\":\"" + "a".repeat(70_000) + "\"}"));
        problem(422, office.sato().post(ASSETS, FINE.replace("議事録", "あ".repeat(201))));
        problem(422, office.sato().post(ASSETS, FINE.replace("{\"fields\"", "{\"reason\":\"" + "a".repeat(1001)
                + "\",\"fields\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x", "junk", "application/json; charset=iso-8859-1",
            "application/json; charset=Shift_JIS"})
    void aBodyOfAnotherFormat(String type) {
        problem(415, office.sato().post(ASSETS, FINE, "Content-Type", type));
        problem(415, office.admin().post("/api/access/users", "{}", "Content-Type", type));
    }

    @Test
    void aBodyThatIsNotWhatItSays() {
        problem(415, office.sato().post(ASSETS, FINE, "Content-Encoding", "gzip"));
        problem(400, office.sato().post(ASSETS, FINE.getBytes(StandardCharsets.UTF_16)));
        problem(400, office.sato().post(ASSETS, new byte[]{'"', (byte) 0xFF, '"'}));
        problem(415, office.sato().send("POST", ASSETS, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png;q=0.3", "text/csv"})
    void anAnswerThatCanNotBeHad(String accept) {
        for (String path : List.of("/api/ledgers", ASSETS, INVENTORY + "/sheets", "/api/access/me",
                "/api/log/checkpoint")) {
            problem(406, office.sato().get(path, "Accept", accept));
        }
        problem(406, office.sato().get(INVENTORY + "/sheets/current", "Accept", "image/png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/api/x", "/api/LEDGERS", "/api/ledgers.json", "/api/ledgers/nope",
            "/api/ledgers/nope/entries", "/api/ledgers/%E3%81%82", INVENTORY + "/x", ASSETS + "/nope",
            ASSETS + "/nope/versions", ASSETS + "/nope/proof", ASSETS + "/%E3%81%82", INVENTORY + "/sheets/2026-13",
            INVENTORY + "/sheets/2026-00", INVENTORY + "/sheets/2026-1", INVENTORY + "/sheets/2026-11",
            INVENTORY + "/sheets/2026-04..2026-09", INVENTORY + "/sheets/2026-09..2026-04",
            INVENTORY + "/sheets/%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96-11", INVENTORY + "/sheets/current.xyz",
            INVENTORY + "/checks/2026-13", INVENTORY + "/checks/2026-11", INVENTORY + "/checks/x", "/api/log",
            "/api/log/tile/0/000.p/300", "/api/log/tile/-1/000", "/api/log/tile/64/000", "/api/log/tile/0/0",
            "/api/access", "/api/duties/x", "/favicon.ico", "/system", "/system/health/x", "/api/ledgers;x=1",
            "/api/ledgers/assets.inventory;v=2/entries", "/api/ledgers/../access/users", "/api/%6cedgers"})
    void anAddressWhereNothingIs(String path) {
        problem(404, office.sato().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//ledgers", "/api/ledgers/%00", "/api/ledgers/%ff", "/api/ledgers/%zz",
            "/api/ledgers/assets%2finventory", "/api/ledgers/..%2f..%2fetc%2fpasswd", "/api/ledgers/a\\b",
            "/api/led\u0001gers"})
    void anAddressThatIsNone(String path) throws IOException {
        assertProblem(400, Wire.send(process.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Authorization: " + Api.basic("sato", "staff pass 1") + "\r\n\r\n"));
    }

    private static void assertProblem(int status, Wire.Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"), answer::toString);
        assertTrue(isJapanese(answer.body()), answer::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"400|GET /api/ledgers HTTP/1.1\\n\\n",
            "505|GET /api/ledgers HTTP/9.9\\nHost: x\\n\\n", "400|GET /api/ledgers HTTP/1.1\\nHost: a b\\n\\n",
            "400|GET /api/ledgers HTTP/1.1\\nHost: x\\nX-A: a\\0b\\n\\n",
            "400|POST /api/ledgers HTTP/1.1\\nHost: x\\nContent-Length: -5\\n\\n{}",
            "400|POST /api/ledgers HTTP/1.1\\nHost: x\\nContent-Length: 5\\nContent-Length: 2\\n\\n{}",
            "400|POST /api/ledgers HTTP/1.1\\nHost: x\\nContent-Length: 5\\nTransfer-Encoding: chunked\\n\\n0\\n\\n",
            "417|POST /api/ledgers HTTP/1.1\\nHost: x\\nContent-Length: 2\\nExpect: nonsense\\n\\n{}",
            "405|get /api/ledgers HTTP/1.1\\nHost: x\\nConnection: close\\n\\n",
            "405|FOO /system/health HTTP/1.1\\nHost: x\\nConnection: close\\n\\n",
            "405|TRACE /system/health HTTP/1.1\\nHost: x\\nConnection: close\\n\\n"})
    void aRequestThatNoClientSends(int status, String request) throws IOException {
        assertProblem(status, Wire.send(process.port(), unescaped(request).replace("\n", "\r\n")));
    }

    @Test
    void addressesAndHeadersWithoutEnd() throws IOException {
        String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertProblem(414, Wire.send(process.port(), "GET /api/ledgers?q=" + "a".repeat(100_000) + end + "\r\n"));
        assertProblem(431, Wire.send(process.port(),
                "GET /api/ledgers" + end + "X-A: " + "a".repeat(100_000) + "\r\n\r\n"));
        assertProblem(431, Wire.send(process.port(),
                "GET /api/ledgers" + end + "X-A: aaaaaaaaaaaaaaaa\r\n".repeat(5000) + "\r\n"));
        assertProblem(431, Wire.send(process.port(),
                "GET /api/ledgers" + end + "Authorization: Basic " + "a".repeat(20_000) + "\r\n\r\n"));
    }

    @Test
    void aMethodThatAnAddressDoesNotKnowIsToldTheOthers() {
        JsonNode entry = office.entered(asset("紙媒体", "議事録", ROOM));
        for (Map.Entry<String, String> at : Map.of("/api/ledgers", "GET, HEAD, OPTIONS", ASSETS,
                "GET, HEAD, OPTIONS, POST", address(entry), "GET, HEAD, OPTIONS, PUT", address(entry) + "/erasure",
                "OPTIONS, POST", "/api/access/users", "GET, HEAD, OPTIONS, POST", "/api/access/users/sato/roles",
                "OPTIONS, PUT", "/api/log/checkpoint", "GET, HEAD, OPTIONS", "/api/duties", "GET, HEAD, OPTIONS")
                .entrySet()) {
            Answer refused = office.sato().delete(at.getKey());
            problem(405, refused);
            assertEquals(at.getValue(), refused.header("Allow"), at.getKey());
            assertEquals(at.getValue(), office.sato().send("OPTIONS", at.getKey(), null).expect(200).header("Allow"));
        }
        assertEquals(0, office.sato().send("HEAD", ASSETS, null).expect(200).bytes().length);
        assertEquals(0, office.anyone().send("HEAD", ASSETS, null).expect(401).bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=-1", "limit=%EF%BC%91", "limit=1e1", "limit=",
            "limit=1&limit=2", "cursor=zzz", "cursor=", "cursor=%00", "from=2026-02-30", "to=2026-13-01",
            "from=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96-11-23", "from=2026-11", "from=2026-12-01&to=2026-11-01", "q=",
            "q=+", "q=%ff", "x=1", "remarks=x", "offset=3", "LIMIT=1", "=x", "_method=DELETE", "%5Fmethod=PUT",
            "specificPersonalInformation=maybe", "assetNumber=x", "reviewOn=2026-02-30", "category=x"})
    void aQueryThatCanNotBeMeant(String query) {
        problem(400, office.sato().get(ASSETS + "?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/ledgers?x=1", INVENTORY + "?x=1", INVENTORY + "/sheets?x=1", "/api/duties?asOf=x",
            "/api/duties?asOf=2026-02-30", "/api/duties?asof=2026-11-23", "/api/access/me?x=1", "/api/log/key?x=1",
            "/api/access/tokens?x=1"})
    void aParameterThatAnAddressDoesNotTake(String path) {
        problem(400, office.sato().get(path));
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
