package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code /api/openapi.json} of one chapter, on data of all of them.
 */
class OpenApiIT {

    private static final String ADDRESS = "/api/openapi.json";

    @TempDir
    static Path folder;

    private static Node node;
    private static String manager;
    @AutoClose
    private static DaichoProcess system;

    @BeforeAll
    static void start() throws Exception {
        node = new Node(Files.createDirectory(folder.resolve("client")));
        try (DaichoProcess whole = DaichoProcess.run("ogikubo", folder.resolve("data"))) {
            manager = Calls.admin(whole).tokenOfNew("hanako", "荻窪花子", "manager");
            whole.terminate();
        }
        system = DaichoProcess.run("minimal", folder.resolve("data"));
    }

    private static String document() throws Exception {
        HttpResponse<String> answer = Calls.bearer(system, manager).get(ADDRESS);
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }

    @Test
    void spectralHasNothingToRemarkOnTheDocumentOfOneChapterBesideAbsentOnes() throws Exception {
        Files.writeString(node.file("one.json"), document());
        node.run(Map.of(), "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--ruleset", "spectral.yaml",
                "--fail-severity", "hint", "one.json");
    }

    @Test
    void aClientGeneratedFromItListsEntersCorrectsActsAndReadsProblems() throws Exception {
        Files.writeString(node.file("live.json"), document());
        node.run(Map.of(), "node_modules/openapi-typescript/bin/cli.js", "live.json", "--output", "daicho.d.ts");
        node.run(Map.of(), "node_modules/typescript/bin/tsc", "--project", "tsconfig.json");
        String printed = node.run(
                Map.of("DAICHO_URL", "http://127.0.0.1:" + system.port(), "DAICHO_TOKEN", manager), "out/use.js");
        assertTrue(printed.contains("the generated client works"), printed);
    }

    @Test
    void itShrinksWithTheChapters() throws Exception {
        String one = document();
        assertFalse(one.contains("\"/api/council/clauses\""));
        assertFalse(one.contains("\"MediaTakeoutsNew\""));
        assertTrue(one.contains("\"MediaTakeoutsEntry\""), "its ledger is still read");
        assertTrue(one.contains("\"/api/ledgers/media.takeouts/sheets/{period}\""));
        assertFalse(one.contains("\"/api/ledgers/media.takeouts/entries/{entry}/actions/"));
        assertTrue(one.contains("\"/api/ledgers/assets.inventory/entries/{entry}/actions/remove\""));
    }

    @Test
    void whoHasNoAccountDoesNotGetIt() throws Exception {
        HttpResponse<String> answer = Calls.anonymous(system).get(ADDRESS);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @Test
    void whoHasItAlreadyIsToldThatItHasNotChanged() throws Exception {
        HttpResponse<String> first = Calls.bearer(system, manager).get(ADDRESS);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = Calls.bearer(system, manager).get(ADDRESS, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        HttpResponse<String> english = Calls.bearer(system, manager).get(ADDRESS, "If-None-Match", tag,
                "Accept-Language", "en");
        assertEquals(200, english.statusCode());
        assertTrue(english.body().contains("Information asset inventory"));
    }

    @Test
    void anOperatorGetsWhatOthersMayTakeToo() throws Exception {
        String path = "\"/api/ledgers/assets.inventory/entries\"";
        assertTrue(Calls.admin(system).get(ADDRESS).body().contains(path));
        assertTrue(Calls.bearer(system, manager).get(ADDRESS).body().contains(path));
    }

    @Test
    void anUnknownParameterIsRefused() throws Exception {
        assertEquals(400, Calls.admin(system).get(ADDRESS + "?format=yaml").statusCode());
    }
}
