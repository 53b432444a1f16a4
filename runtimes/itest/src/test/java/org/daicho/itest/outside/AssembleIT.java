package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./daicho assemble}, and the distributions that come of it.
 */
class AssembleIT {

    private static final String NAME = "takaido";

    @TempDir
    static Path folder;

    /** With assets only, assembled from everything that was built; its folder has a blank and Japanese in its name. */
    private static Path assets;

    @BeforeAll
    static void assemble() throws Exception {
        assets = folder.resolve("配布 物");
        done(assemble(built("ogikubo"), "--name", NAME, "--modules", "assets", "--out", assets.toString()));
    }

    private static Path built(String runtime) {
        return Path.of(System.getProperty("daicho.root"), "runtimes", runtime, "target", "dist");
    }

    private static Command assemble(Path from, String... options) throws Exception {
        String[] arguments = Stream.concat(Stream.of("assemble"), Stream.of(options)).toArray(String[]::new);
        return Command.runIn(from, folder, "", arguments);
    }

    private static void done(Command command) {
        assertEquals(0, command.code(), command.errors()::toString);
    }

    private static void assertRefused(Command command, String... parts) {
        assertEquals(1, command.code(), command.errors()::toString);
        List<String> errors = command.errors().stream().filter(line -> !line.contains("組み立てています")).toList();
        assertEquals(1, errors.size(), errors::toString);
        for (String part : parts) {
            assertTrue(errors.get(0).contains(part), errors::toString);
        }
    }

    private static Set<String> jars(Path distribution, String where) throws IOException {
        try (Stream<Path> files = Files.list(distribution.resolve(where))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar"))
                    .collect(Collectors.toSet());
        }
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    @DisplayName("A distribution holds exactly the bundles that the build's resolver gives the same modules")
    void theBundlesAreThoseOfTheBuildsResolver() throws Exception {
        assertEquals(jars(built("minimal"), "bundles"), jars(assets, "bundles"));
        assertEquals(jars(built("minimal"), "catalogue"), jars(assets, "catalogue"));
        assertFalse(Files.exists(assets.resolve("data")));
    }

    @Test
    @DisplayName("It runs by itself, serves its modules only, and takes one from its catalogue with no network")
    void itRunsAndTakesAModuleFromItsCatalogue() throws Exception {
        Path data = folder.resolve("data");
        try (DaichoProcess system = DaichoProcess.startIn(assets, folder,
                Map.of("DAICHO_ADMIN_PASSWORD", "itest-Admin-2026"), "run", "--port", "0", "--data",
                data.toString())) {
            system.awaitReady();
            assertEquals(NAME, system.name());
            assertEquals(1, system.modules());
            String list = module(data, "list").output();
            assertTrue(list.lines().anyMatch(line -> line.startsWith("assets") && line.contains("active")), list);
            assertTrue(list.lines().anyMatch(line -> line.startsWith("media") && line.contains("available")), list);
            assertTrue(list.lines().anyMatch(line -> line.startsWith("council") && line.contains("available")), list);
            done(module(data, "add", "media"));
            String after = module(data, "list").output();
            assertTrue(after.lines().anyMatch(line -> line.startsWith("media") && line.contains("active")), after);
            assertEquals(0, system.terminate());
        }
    }

    private static Command module(Path data, String... arguments) throws Exception {
        Command command = Command.runIn(assets, folder, "", Stream.of(Stream.of("module"), Stream.of(arguments),
                Stream.of("--data", data.toString())).flatMap(each -> each).toArray(String[]::new));
        done(command);
        return command;
    }

    @Test
    @DisplayName("The same input is the same bytes, also from an assembled distribution")
    void theSameInputIsTheSameBytes() throws Exception {
        Path again = folder.resolve("again");
        done(assemble(assets, "--name", NAME, "--modules", "assets", "--out", again.toString()));
        assertEquals(-1, Files.mismatch(assets.resolve(NAME + ".zip"), again.resolve(NAME + ".zip")));
        assertEquals(Files.readString(assets.resolve("SHA256SUMS")), Files.readString(again.resolve("SHA256SUMS")));
    }

    @Test
    @DisplayName("sha256sum verifies the sums, which name every file but themselves and the zip")
    void theSumsVerify() throws Exception {
        Process sums = new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS")
                .directory(assets.toFile()).inheritIO().start();
        assertEquals(0, sums.waitFor());
        try (Stream<Path> files = Files.walk(assets)) {
            Set<String> all = files.filter(Files::isRegularFile).map(file -> assets.relativize(file).toString())
                    .filter(name -> !name.equals("SHA256SUMS") && !name.equals(NAME + ".zip"))
                    .collect(Collectors.toSet());
            assertEquals(all, Files.readAllLines(assets.resolve("SHA256SUMS")).stream()
                    .map(line -> line.substring(line.indexOf("  ") + 2)).collect(Collectors.toSet()));
        }
        assertTrue(Files.isExecutable(assets.resolve("daicho")));
    }

    @Test
    @DisplayName("1-2(2), 5-2 What the council file says is in the registers after the first start, on its port")
    void theCouncilFileCounts() throws Exception {
        Path council = file("council.json", """
                {
                  "name": "高井戸地域区民センター協議会",
                  "ward": "杉並区",
                  "places": [{"name": "事務局執務室", "kind": "office"}],
                  "cabinets": [
                    {"name": "書庫A", "room": "事務局執務室"},
                    {"name": "書庫B", "room": "事務局執務室"}
                  ],
                  "calendar": {"closedWeekdays": ["SUNDAY"]},
                  "modules": ["council"],
                  "port": 8399
                }
                """);
        Path out = folder.resolve("council");
        done(assemble(assets, "--name", NAME, "--council", council.toString(), "--out", out.toString()));
        assertTrue(Files.readString(out.resolve("conf/port.json")).contains("8399"));
        assertTrue(Files.readString(out.resolve("conf/council.json")).contains("\"closedWeekdays\" : ["));
        try (ModuleSystem system = new ModuleSystem(folder.resolve("council-run"), out)) {
            system.start();
            system.account("hanako", "staff");
            String cabinets = "/api/ledgers/council.places/entries?kind=%E6%9B%B8%E5%BA%AB";
            String found = system.await("hanako", cabinets, "書庫B");
            assertTrue(found.contains("\"number\":1") && found.contains("\"room\":\"事務局執務室\""), found);
            assertTrue(system.send("hanako", "GET", "/api/ledgers/council.profile/entries", null).body()
                    .contains("高井戸地域区民センター協議会"));
        }
    }

    @Test
    @DisplayName("An unknown module is refused by name, in a file with its line, and nothing is written")
    void anUnknownModuleIsRefused() throws Exception {
        Path out = folder.resolve("unknown");
        assertRefused(assemble(assets, "--name", NAME, "--modules", "assets,medai", "--out", out.toString()), "medai",
                "assets, council");
        Path council = file("unknown.json", "{\"name\": \"協議会\",\n\"modules\": [\n\"medai\"]}");
        assertRefused(
                assemble(assets, "--name", NAME, "--council", council.toString(), "--out", out.toString()),
                "unknown.json:3", "medai");
        assertFalse(Files.exists(out));
    }

    @Test
    @DisplayName("A module that cannot be resolved is refused with what it lacks; the others can still be assembled")
    void anUnresolvableModuleIsRefused() throws Exception {
        Path source = folder.resolve("source");
        done(assemble(assets, "--name", NAME, "--modules", "assets", "--out", source.toString()));
        Manifest manifest = new Manifest();
        Map.of("Manifest-Version", "1.0", "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.example.lost",
                "Bundle-Version", "1.0.0", "Import-Package", "org.example.nowhere;version=\"[1.2,2)\"",
                "Provide-Capability", "daicho.module;daicho.module=lost")
                .forEach((key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
        try (OutputStream jar = Files.newOutputStream(source.resolve("catalogue/lost.jar"));
                JarOutputStream written = new JarOutputStream(jar, manifest)) {
            written.finish();
        }
        Path out = folder.resolve("lost");
        assertRefused(assemble(source, "--name", NAME, "--modules", "assets,lost", "--out", out.toString()), "lost",
                "org.example.nowhere 1.2");
        assertFalse(Files.exists(out));
        done(assemble(source, "--name", NAME, "--modules", "media", "--out", out.toString()));
    }

    @Test
    @DisplayName("A name that cannot be one, another id, and a folder with something in it are refused")
    void namesAndFoldersAreChecked() throws Exception {
        Path out = folder.resolve("never");
        for (String name : List.of("Takaido", "高井戸", "../x", "a b", "")) {
            assertRefused(assemble(assets, "--name", name, "--modules", "assets", "--out", out.toString()), "--name");
        }
        Path council = file("id.json", "{\"name\": \"協議会\",\n\"id\": \"other\"}");
        assertRefused(assemble(assets, "--name", NAME, "--modules", "assets", "--council", council.toString(), "--out",
                out.toString()), "id.json:2", "other");
        assertFalse(Files.exists(out));
        assertRefused(assemble(assets, "--name", NAME, "--modules", "assets", "--out", assets.toString()),
                assets.toString());
        assertEquals(2, assemble(assets, "--name", NAME, "--out", out.toString()).code());
        assertEquals(2, assemble(assets, "--modules", "assets", "--out", out.toString()).code());
    }
}
