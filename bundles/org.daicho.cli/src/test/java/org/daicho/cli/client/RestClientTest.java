package org.daicho.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class RestClientTest {

    @AutoClose
    private FakeSystem system;

    @BeforeEach
    void start() throws Exception {
        system = new FakeSystem();
    }

    private void answer(String call, int status, String body) {
        system.answers.put(call, new FakeSystem.Answer(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itSendsTheTokenAndReadsTheAnswer() {
        answer("POST /api/a/%E8%8D%BB%20%2F", 201, "{\"id\":\"x\"}");
        assertEquals("x", system.client("secret").post("/api/a/" + RestClient.segment("荻 /"),
                JsonNodeFactory.instance.objectNode().put("k", 1)).path("id").asText());
        assertEquals("POST /api/a/%E8%8D%BB%20%2F Bearer secret {\"k\":1}", system.requests.get(0));
    }

    @Test
    void anAnswerWithoutABodyIsAMissingNode() {
        answer("DELETE /api/a", 204, "");
        assertTrue(system.client("secret").delete("/api/a").isMissingNode());
    }

    @Test
    void aProblemBecomesOneLineWithEveryViolationAndItsClause() {
        answer("PUT /api/a", 422, "{\"title\":\"t\",\"detail\":\"直してください。\",\"violations\":["
                + "{\"field\":\"item\",\"clause\":\"3-2(1)\",\"message\":\"一つ目\\nです\"},"
                + "{\"field\":null,\"clause\":null,\"message\":\"二つ目\"}]}");
        Refusal refusal = assertThrows(Refusal.class, () -> system.client("secret").put("/api/a", null));
        assertEquals("直してください。 item: 一つ目 です (3-2(1)); 二つ目", refusal.getMessage());
    }

    @Test
    void anErrorThatIsNoProblemTellsItsStatus() {
        answer("GET /api/a", 502, "<html>");
        assertEquals("HTTP 502",
                assertThrows(Refusal.class, () -> system.client("secret").get("/api/a")).getMessage());
    }

    @Test
    void aTokenThatMeansNothingThereMeansThatTheSystemIsGone() {
        answer("GET /api/a", 401, "{}");
        assertEquals("gone / gone",
                assertThrows(Refusal.class, () -> system.client("secret").get("/api/a")).getMessage());
    }

    @Test
    void whereNobodyListensTheSystemIsGone() {
        RestClient client = system.client("secret");
        system.close();
        assertEquals("gone / gone", assertThrows(Refusal.class, () -> client.get("/api/a")).getMessage());
    }

    @Test
    void theLanguageIsThatOfTheEnvironmentElseOfTheJvm() {
        assertEquals("ja", Language.of(Locale.ENGLISH, Map.of("LANG", "ja_JP.UTF-8")));
        assertEquals("ja", Language.of(Locale.ENGLISH, Map.of("LC_ALL", "C.UTF-8", "LANG", "ja_JP.eucJP")));
        assertEquals("en", Language.of(Locale.JAPANESE, Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "ja_JP.UTF-8")));
        assertEquals("ja", Language.of(Locale.JAPANESE, Map.of()));
        assertEquals("en", Language.of(Locale.ENGLISH, Map.of("LANG", "C")));
    }
}
