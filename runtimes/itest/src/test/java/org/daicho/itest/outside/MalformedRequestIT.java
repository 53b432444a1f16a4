package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.INVENTORY;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.address;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.daicho.itest.outside.Problems.FINE;
import static org.daicho.itest.outside.Problems.isJapanese;
import static org.daicho.itest.outside.Problems.names;
import static org.daicho.itest.outside.Problems.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a request that is none gets, whatever is wrong with it: a problem (RFC 9457) that says so, never a fault of the
 * system, never a page.
 */
@ExtendWith(SharedOffice.class)
class MalformedRequestIT {

    private static DaichoProcess process;
    private static Office office;

    @BeforeAll
    static void enter(DaichoProcess shared, Office its) {
        process = shared;
        office = its;
        office.entered(asset("紙媒体", "議事録", ROOM));
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
    @ValueSource(strings = {"Content-Length: 5", "Transfer-Encoding: chunked"})
    void anAnswerThatComesBeforeTheBodySaysThatItIsTheLast(String length) throws IOException {
        Wire.Answer answer = Wire.send(process.port(), "POST " + ASSETS + " HTTP/1.1\r\nHost: x\r\n" + length
                + "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n");
        assertProblem(415, answer);
        assertEquals("close", answer.header("Connection"), answer::toString);
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
}
