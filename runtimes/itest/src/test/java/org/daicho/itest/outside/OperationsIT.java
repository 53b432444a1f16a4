package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What IT staff look at: the health, the figures and the log of a running system.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

    private static final String HEALTH = "/system/health";
    private static final String METRICS = "/system/metrics";

    /** What is entered, sent or named here, and never to be found in a log or a figure. */
    private static final List<String> PERSONAL = List.of("高尾山太郎", "takaosan", "名簿の控え", "123456789018", "987654321",
            "秘密の理由", "takaosan@example.jp");

    @TempDir
    static Path folder;

    private static Path data;
    @AutoClose
    private static DaichoProcess system;
    private static Calls operator;
    private static Calls staff;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("data");
        system = DaichoProcess.run("minimal", data);
        operator = Calls.admin(system);
        staff = Calls.bearer(system, operator.tokenOfNew("takaosan", "高尾山太郎", "staff"));
    }

    @Test
    void withoutAnAccountHealthTellsNothingButWhetherTheSystemIsWell() throws Exception {
        HttpResponse<String> answer = Calls.anonymous(system).get(HEALTH, "Origin", "http://evil.example");
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("{\"status\":\"OK\"}", answer.body());
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("{\"status\":\"OK\"}", staff.get(HEALTH).body());
    }

    @Test
    void anOperatorSeesWhatTheChecksSay() throws Exception {
        String body = operator.get(HEALTH).body();
        for (String check : List.of("ledger", "checkpoint", "keys", "disk", "modules", "rest")) {
            assertTrue(body.contains("\"name\":\"" + check + "\",\"status\":\"OK\""), check + " in " + body);
        }
        assertTrue(body.contains("\"missing\":[]"), body);
    }

    @Test
    void aRequestCanNotChooseTheChecks() throws Exception {
        for (String query : List.of("?tags=none", "?format=html", "?httpStatus=CRITICAL:200", "?timeout=1")) {
            assertEquals(400, Calls.anonymous(system).get(HEALTH + query).statusCode(), query);
        }
        assertEquals(404, Calls.anonymous(system).get(HEALTH + ".html").statusCode());
        assertEquals(405, operator.send("POST", HEALTH, "{}").statusCode());
        assertEquals(401, Calls.bearer(system, "wrong").get(HEALTH).statusCode());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whereTheKeyFolderIsGoneTheSystemIsNotWellUntilItIsBack() throws Exception {
        Path keys = data.resolve("keys");
        Files.move(keys, data.resolve("keys.away"));
        try {
            awaitHealth(503);
            HttpResponse<String> answer = operator.get(HEALTH);
            assertTrue(answer.body().contains("\"name\":\"keys\",\"status\":\"CRITICAL\""), answer.body());
        } finally {
            Files.move(data.resolve("keys.away"), keys);
        }
        awaitHealth(200);
    }

    /** The checks' answers are kept for two seconds, so a change takes that long to show. */
    private static void awaitHealth(int status) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        int found = 0;
        while (found != status && Instant.now().isBefore(end)) {
            found = Calls.anonymous(system).get(HEALTH).statusCode();
        }
        assertEquals(status, found);
    }

    @Test
    void theFiguresAreForOperators() throws Exception {
        HttpResponse<String> anonymous = Calls.anonymous(system).get(METRICS);
        assertEquals(401, anonymous.statusCode());
        assertTrue(anonymous.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        assertEquals(403, staff.get(METRICS).statusCode());
    }

    @Test
    void theFiguresCountWhatHappened() throws Exception {
        assertEquals(201, staff.send("POST", "/api/ledgers/assets.inventory/entries", asset("回覧板")).statusCode());
        assertEquals(422, staff.send("POST", "/api/ledgers/assets.inventory/entries",
                "{\"fields\":{\"name\":\"名簿の控え\"}}").statusCode());
        HttpResponse<String> answer = operator.get(METRICS);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"));
        for (String line : List.of(
                "daicho_http_requests_total\\{application=\"ledgers\",method=\"post\",status=\"201\"\\} [1-9].*",
                "daicho_http_request_duration_seconds_count\\{application=\"ledgers\"\\} [1-9].*",
                "daicho_ledger_writes_total\\{kind=\"enter\"\\} [1-9].*",
                "daicho_ledger_refusals_total\\{kind=\"invalid\"\\} [1-9].*",
                "daicho_ledger_batch_size_count\\{writer=\"ledger\"\\} [1-9].*", "daicho_ledger_queue \\d.*",
                "daicho_rule_duration_seconds_count\\{module=\"assets\"\\} [1-9].*", "daicho_log_leaves [1-9].*",
                "daicho_ledger_entries\\{ledger=\"access.accounts\"\\} [1-9].*", "daicho_database_bytes [1-9].*",
                "daicho_disk_free_bytes [1-9].*", "jvm_memory_used_bytes\\{area=\"heap\"\\} [1-9].*",
                "jvm_threads_current [1-9].*", "jvm_gc_collection_seconds_count\\{.*")) {
            assertTrue(answer.body().lines().anyMatch(found -> found.matches(line)), line + " in " + answer.body());
        }
        assertNothingPersonal("the figures", answer.body());
    }

    private static String asset(String name) {
        return "{\"fields\":{\"category\":\"紙媒体\",\"name\":\"" + name
                + "\",\"location\":\"書庫\",\"specificPersonalInformation\":false}}";
    }

    @Test
    void theLogHasAnIdAndTheTemplateOfEveryRequestAndNamesNobody() throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> entered = staff.send("POST", "/api/ledgers/assets.inventory/entries", asset("名簿の控え"),
                "X-Request-Id", id, "Idempotency-Key", "takaosan-987654321", "User-Agent", "takaosan@example.jp");
        assertEquals(201, entered.statusCode(), entered::body);
        assertEquals(id, entered.headers().firstValue("X-Request-Id").orElse(""));
        String entry = Calls.member(entered.body(), "id");
        String address = "/api/ledgers/assets.inventory/entries";
        staff.get(address + "?q=" + URLEncoder.encode("名簿の控え", StandardCharsets.UTF_8));
        staff.get(address + "?name=" + URLEncoder.encode("高尾山太郎", StandardCharsets.UTF_8), "X-Request-Id",
                "123456789018");
        staff.get(address + "/takaosan");
        staff.send("PUT", address + "/" + entry, "{\"fields\":{\"name\":\"123456789018\"},\"reason\":\"秘密の理由\"}",
                "If-Match",
                "\"v1\"");
        staff.send("PUT", address + "/" + entry, "{\"fields\":{\"name\":\"名簿の控え", "If-Match", "takaosan");
        staff.send("POST", address, "{\"fields\":{\"name\":123456789018,\"高尾山太郎\":1}}");
        staff.send("TAKAOSAN", address, null);
        staff.get("/takaosan/" + URLEncoder.encode("高尾山太郎", StandardCharsets.UTF_8) + "?n=123456789018");
        operator.get("/api/access/users/takaosan");
        for (int i = 0; i < 12; i++) {
            Calls.bearer(system, "takaosan").get("/api/access/me");
        }
        raw("GET /takaosan%zz?高尾山太郎 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        raw("NAME takaosan 123456789018\r\n\r\n");

        String log = logs().replace("\\/", "/");
        assertNothingPersonal("the log", log);
        List<String> lines = Files.readAllLines(data.resolve("log").resolve("daicho.log")).stream()
                .map(line -> line.replace("\\/", "/")).toList();
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"") && line.endsWith("}")), log);
        List<String> mine = lines.stream().filter(line -> line.contains(id)).toList();
        assertEquals(1, mine.size(), log);
        assertTrue(mine.get(0).contains("/api/ledgers/{ledger}/entries") && mine.get(0).contains("201")
                && mine.get(0).contains("POST"), mine.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains("/api/ledgers/{ledger}/entries/{entry}")), log);
        assertFalse(log.contains(entry), "an entry's id leads to a person");
    }

    private static void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", system.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.setSoTimeout(10_000);
            socket.getInputStream().readAllBytes();
        }
    }

    private static String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static void assertNothingPersonal(String where, String text) {
        for (String personal : PERSONAL) {
            int at = text.indexOf(personal);
            assertTrue(at < 0, () -> personal + " in " + where + ": "
                    + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200)));
        }
    }
}
