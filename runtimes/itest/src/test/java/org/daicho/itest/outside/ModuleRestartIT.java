package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.daicho.itest.sample.SampleJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The set of modules over restarts, sudden ends and a bundle cache that is gone.
 */
class ModuleRestartIT {

    private static final int LIMIT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void theSetOfModulesIsTheSameAfterEveryKindOfEnd() throws Exception {
        try (ModuleSystem system = new ModuleSystem(folder)) {
            Path catalogue = system.catalogue();
            SampleJar.module("gifts", "1.0.0").write(catalogue.resolve("gifts-1.jar"));
            SampleJar.module("shelf", "1.0.0").write(catalogue.resolve("shelf.jar"));
            SampleJar.module("slow", "1.0.0").write(catalogue.resolve("slow.jar"));
            ModuleSystem.move(SampleJar.module("loaded", "1.0.0").write(folder.resolve("loaded.jar")), system.load());
            system.start();
            system.awaitModule("loaded", "\"state\":\"active\"");
            system.expect(200, "PUT", "/api/modules/gifts");
            system.expect(200, "PUT", "/api/modules/shelf");
            system.expect(204, "DELETE", "/api/modules/shelf");
            system.expect(204, "DELETE", "/api/modules/assets");
            SampleJar.module("gifts", "2.0.0").write(catalogue.resolve("gifts-2.jar"));
            assertTrue(system.expect(200, "POST", "/api/modules/gifts/update").contains("\"version\":\"2.0.0\""));
            assertEquals(409, system.send(ModuleSystem.OPERATOR, "POST", "/api/modules/gifts/update", null)
                    .statusCode());
            String before = system.expect(200, "GET", "/api/modules");

            assertEquals(0, system.process().terminate());
            system.start();
            assertEquals(before, system.expect(200, "GET", "/api/modules"));
            assertEquals(2, system.process().modules());

            system.process().kill();
            ModuleSystem.deleteAll(system.data().resolve("framework"));
            Files.delete(catalogue.resolve("gifts-1.jar"));
            Files.delete(catalogue.resolve("gifts-2.jar"));
            system.start();
            assertTrue(system.module("gifts").contains("\"version\":\"2.0.0\",\"state\":\"active\""));
            assertFalse(system.isActive("assets"));

            assertTrue(system.expect(200, "POST", "/api/modules/gifts/rollback").contains("\"version\":\"1.0.0\""));
            assertEquals(409, system.send(ModuleSystem.OPERATOR, "POST", "/api/modules/gifts/rollback", null)
                    .statusCode());
            system.expect(200, "PUT", "/api/modules/assets");
            WatchService watch = watch(system.data().resolve("modules"));
            CompletableFuture<HttpResponse<String>> adding = CompletableFuture.supplyAsync(() -> {
                try {
                    return system.send(ModuleSystem.OPERATOR, "PUT", "/api/modules/slow", null);
                } catch (Exception cut) {
                    return null;
                }
            });
            awaitKept(watch, system);
            system.process().kill();
            HttpResponse<String> answer = adding.join();
            Files.delete(system.load().resolve("loaded.jar"));

            system.start();
            if (answer != null) {
                assertTrue(system.isActive("slow"), "what was answered holds");
            }
            boolean logged = system.expect(200, "GET", "/api/ledgers/modules.changes/entries?module=slow")
                    .contains("追加");
            assertEquals(logged, system.isActive("slow"), "the list is what the log says");
            assertTrue(system.isActive("assets"));
            assertTrue(system.module("gifts").contains("\"version\":\"1.0.0\",\"state\":\"active\""));
            assertFalse(system.isActive("loaded"), "its jar went while nothing ran");
            system.expect(200, "PUT", "/api/modules/slow");
            assertTrue(system.isActive("slow"));
        }
    }

    /** Hears of each file in a folder; it must be there before what it waits for begins. */
    private static WatchService watch(Path folder) throws IOException {
        WatchService watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        return watch;
    }

    /** Waits until a jar was kept that was not there before: then the addition is in its midst. */
    private static void awaitKept(WatchService watch, ModuleSystem system) throws Exception {
        Path kept = system.data().resolve("modules").resolve(digest(system.catalogue().resolve("slow.jar")) + ".jar");
        while (!Files.exists(kept)) {
            WatchKey news = watch.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(news, "the jar was not kept");
            news.pollEvents();
            news.reset();
        }
    }

    private static String digest(Path jar) throws Exception {
        return java.util.HexFormat.of().formatHex(
                java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}
