package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.daicho.itest.sample.SampleJar;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules added to and removed from a running system, over REST and by the folder {@code load}.
 */
class ModulesIT {

    @TempDir
    static Path folder;

    @AutoClose
    private static ModuleSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = new ModuleSystem(folder);
        for (String id : List.of("gifts", "history", "twice", "paired", "shelf", "keeper")) {
            SampleJar.module(id, "1.0.0").write(system.catalogue().resolve(id + ".jar"));
        }
        SampleJar.module("lacking", "1.0.0").and("Import-Package", "com.example.absent;version=\"[2,3)\"")
                .write(system.catalogue().resolve("lacking.jar"));
        SampleJar.module("garbled", "1.0.0").file("definitions/garbled.notes.json", "{\"id\": \"garbled.notes\"}")
                .write(system.catalogue().resolve("garbled.jar"));
        SampleJar.module("silent", "1.0.0").header("Service-Component", null)
                .write(system.catalogue().resolve("silent.jar"));
        SampleJar.module("rival", "1.0.0").ledger("rival", "keeper.notes", -1)
                .write(system.catalogue().resolve("rival.jar"));
        SampleJar.module("usurper", "1.0.0").ledger("usurper", "assets.inventory", 5)
                .write(system.catalogue().resolve("usurper.jar"));
        Files.writeString(system.catalogue().resolve("broken.jar"), "no jar");
        system.start();
        system.account("staff", "staff");
        system.account("manager", "manager");
    }

    @Test
    void theListHasWhatIsThereAndWhatCouldBe() throws Exception {
        assertTrue(system.module("assets").startsWith("{\"id\":\"assets\",\"chapter\":2,"));
        assertTrue(system.module("assets").contains("\"state\":\"active\",\"forms\":[1]"));
        assertTrue(system.module("shelf").contains("\"chapter\":3,"));
        assertTrue(system.module("shelf").contains("\"version\":\"1.0.0\",\"state\":\"available\",\"forms\":[2]"));
        assertTrue(system.module("catalogue/broken.jar").contains("broken.jar is broken"));
    }

    @Test
    void onlyAnOperatorChangesModules() throws Exception {
        assertEquals(401, system.send(null, "GET", "/api/modules", null).statusCode());
        assertEquals(200, system.send("staff", "GET", "/api/modules", null).statusCode());
        assertEquals(401, system.send(null, "PUT", "/api/modules/shelf", null).statusCode());
        for (String user : List.of("staff", "manager")) {
            assertEquals(403, system.send(user, "PUT", "/api/modules/shelf", null).statusCode());
            assertEquals(403, system.send(user, "DELETE", "/api/modules/assets", null).statusCode());
            assertEquals(403, system.send(user, "POST", "/api/modules/assets/update", null).statusCode());
        }
        assertFalse(system.isActive("shelf"));
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() throws Exception {
        for (String method : List.of("PUT", "DELETE", "GET")) {
            assertEquals(404, system.send(ModuleSystem.OPERATOR, method, "/api/modules/nowhere", null).statusCode());
        }
        assertEquals(400, system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/shelf", "{\"version\":\"9\"}")
                .statusCode());
        assertEquals(400, system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/shelf?force=true", null)
                .statusCode());
        assertFalse(system.isActive("shelf"));
    }

    @Test
    void aModuleServesOnceItsAdditionIsAnsweredAndItIsInTheLog() throws Exception {
        assertTrue(system.expect(200, "PUT", "/api/modules/gifts").contains("\"state\":\"active\""));
        HttpResponse<String> written = enter("gifts.notes");
        assertEquals(201, written.statusCode(), written.body());
        assertTrue(system.expect(200, "PUT", "/api/modules/gifts").contains("\"state\":\"active\""));
        String log = system.expect(200, "GET", "/api/ledgers/modules.changes/entries?module=gifts");
        assertEquals(1, log.split("\"kind\":\"追加\"", -1).length - 1, log);
        HttpResponse<String> sheet = system.send("manager", "GET",
                "/api/ledgers/gifts.notes/sheets/" + TODAY.toString().substring(0, 7), null);
        assertTrue(sheet.body().contains("gifts.jar"), "the month's sheet shows the addition");
    }

    @Test
    @DisplayName("3-5: what a removed module recorded is read, printed, checked and verified")
    void aRemovedModulesHistoryStays() throws Exception {
        system.expect(200, "PUT", "/api/modules/history");
        assertEquals(201, enter("history.notes").statusCode());
        system.expect(204, "DELETE", "/api/modules/history");
        system.expect(204, "DELETE", "/api/modules/history");
        assertTrue(system.module("history").contains("\"state\":\"available\""));
        HttpResponse<String> refused = enter("history.notes");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("history"), refused.body());
        String month = TODAY.toString().substring(0, 7);
        assertTrue(system.send("staff", "GET", "/api/ledgers/history.notes/entries", null).body().contains("記した事"));
        HttpResponse<String> csv = system.send("staff", "GET", "/api/ledgers/history.notes/sheets/" + month + ".csv",
                null, "*/*");
        assertTrue(csv.body().contains("記した事"), csv.body());
        String path = "/api/ledgers/history.notes/checks/" + month;
        String gaps = system.send("manager", "GET", path, null).body();
        assertTrue(gaps.contains("\"checked\":null"), gaps);
        String explanations = Pattern.compile("\"id\":(\"[^\"]+\")").matcher(gaps).results()
                .map(gap -> gap.group(1) + ":\"紙で確認した\"").collect(Collectors.joining(","));
        HttpResponse<String> check = system.send("manager", "POST", path,
                "{\"remarks\":\"\",\"explanations\":{" + explanations + "},\"improvements\":[]}");
        assertTrue(check.statusCode() < 300, check.body());
        assertTrue(system.send("staff", "GET", "/api/ledgers/history.notes", null).body()
                .contains("\"state\":\"available\""));
        try (DaichoProcess verify = system.command(Map.of(), "verify", "--data", system.data().toString())) {
            assertEquals(0, verify.exitCode(), () -> String.join(" ", month, path));
        }
    }

    @Test
    void whatLacksIsNamedInOneSentenceAndNothingStays() throws Exception {
        refused("lacking", "org.daicho.chapter.lacking lacks the package com.example.absent 2.0.0.");
        refused("garbled", "cannot serve (");
        refused("usurper", "revision 1 does not count up");
        refused("silent", "The module silent registered no ledger.");
    }

    private static void refused(String id, String sentence) throws Exception {
        String before = system.expect(200, "GET", "/api/modules");
        HttpResponse<String> answer = system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/" + id, null);
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(before, system.expect(200, "GET", "/api/modules"));
    }

    @Test
    void whoLosesALedgerIsShownWithWhoHasIt() throws Exception {
        system.expect(200, "PUT", "/api/modules/keeper");
        String info = system.expect(200, "PUT", "/api/modules/rival");
        assertTrue(info.contains("The ledger keeper.notes is kept by the module keeper."), info);
        assertTrue(info.contains("\"holder\":\"keeper\""), info);
        assertTrue(system.module("rival").contains("keeper.notes"));
        assertEquals(201, enter("keeper.notes").statusCode());
        system.expect(204, "DELETE", "/api/modules/keeper");
        assertFalse(system.module("rival").contains("problems"), "now it has the ledger");
        assertEquals(201, enter("keeper.notes").statusCode());
        system.expect(204, "DELETE", "/api/modules/rival");
    }

    @Test
    void changesAtOnceComeOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> twice = () -> system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/twice", null)
                    .statusCode();
            Callable<Integer> paired = () -> system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/paired", null)
                    .statusCode();
            for (Future<Integer> status : threads.invokeAll(List.of(twice, paired, twice, paired))) {
                assertEquals(200, status.get());
            }
            Callable<Integer> gone = () -> system.send(ModuleSystem.OPERATOR, "DELETE", "/api/modules/paired", null)
                    .statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(List.of(gone, paired, gone, twice))) {
                statuses.add(status.get());
            }
            assertTrue(List.of(200, 204).containsAll(statuses), statuses::toString);
            assertTrue(system.isActive("twice"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theCommandAddsShowsAndRemoves() throws Exception {
        assertTrue(command(0, "list").contains("shelf"));
        assertTrue(command(0, "add", "shelf").startsWith("shelf 1.0.0"));
        assertTrue(system.isActive("shelf"));
        assertTrue(command(0, "info", "shelf").contains("shelf.notes"));
        command(1, "update", "shelf");
        command(1, "rollback", "shelf");
        assertTrue(command(0, "remove", "shelf").startsWith("shelf"));
        assertFalse(system.isActive("shelf"));
        command(1, "add", "nowhere");
        command(1, "add", "lacking");
        command(2, "add");
    }

    private static String command(int code, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("module"));
        all.addAll(List.of(arguments));
        if (code != 2) {
            all.addAll(List.of("--data", system.data().toString()));
        }
        try (DaichoProcess process = system.command(Map.of(), all.toArray(String[]::new))) {
            String output = process.output();
            assertEquals(code, process.exitCode(), () -> String.join(" ", all) + output);
            if (code == 1) {
                assertEquals(1, process.errors().size(), process.errors()::toString);
            }
            return output;
        }
    }

    @Test
    void aJarMovedIntoLoadIsAddedAndOneTakenOutIsRemoved() throws Exception {
        ModuleSystem.move(SampleJar.module("loaded", "1.0.0").write(folder.resolve("loaded.jar")), system.load());
        system.awaitModule("loaded", "\"state\":\"active\"");
        ModuleSystem.move(SampleJar.module("loaded", "1.1.0").write(folder.resolve("newer.jar")), system.load());
        system.awaitModule("loaded", "\"version\":\"1.1.0\",\"state\":\"active\"");
        ModuleSystem.move(SampleJar.module("loaded", "1.0.5").write(folder.resolve("older.jar")), system.load());
        system.awaitModule("loaded", "is older than 1.1.0");
        ModuleSystem.move(SampleJar.bundle("org.example.library", "1").write(folder.resolve("library.jar")),
                system.load());
        system.awaitModule("load/library.jar", "is no module");
        Files.delete(system.load().resolve("older.jar"));
        Files.delete(system.load().resolve("loaded.jar"));
        Files.delete(system.load().resolve("library.jar"));
        assertTrue(system.isActive("loaded"));
        Files.delete(system.load().resolve("newer.jar"));
        system.awaitModule("loaded", "\"state\":\"available\"");
        assertEquals("", system.module("load/library.jar"));
        String log = system.expect(200, "GET", "/api/ledgers/modules.changes/entries?module=loaded");
        for (String kind : List.of("追加", "更新", "拒否", "削除")) {
            assertTrue(log.contains("\"kind\":\"" + kind + "\""), kind);
        }
    }

    @Test
    void aJarCopiedSlowlyIsNotReadBeforeItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(SampleJar.module("slow", "1.0.0").write(folder.resolve("slow.jar")));
        Path copy = system.load().resolve("slow.jar");
        Files.write(copy, java.util.Arrays.copyOf(whole, whole.length / 2));
        system.awaitModule("load/slow.jar", "slow.jar is broken, or was not copied whole");
        assertEquals("", system.module("slow"));
        Files.write(copy, whole);
        system.awaitModule("slow", "\"state\":\"active\"");
        assertEquals("", system.module("load/slow.jar"));
    }

    private static HttpResponse<String> enter(String ledger) throws Exception {
        return system.send("staff", "POST", "/api/ledgers/" + ledger + "/entries",
                "{\"fields\":{\"noticedOn\":\"" + TODAY + "\",\"note\":\"記した事\"}}");
    }
}
