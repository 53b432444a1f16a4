package org.daicho.itest.subsets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.cli.assemble.Closures;
import org.daicho.itest.outside.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Any subset of the chapters works: each alone, every pair and all of them are resolved as {@code ./daicho assemble} does;
 * each alone and all of them are started with the jars that came of it and no others, and asked. The modules are those
 * that the build has, so a new chapter joins by itself. With {@code ./daicho test --all} every subset is resolved, and
 * every pair is started.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SubsetsIT {

    private static final String CHAPTER = "org.daicho.chapter.";
    private static final Path BUILT = Path.of(System.getProperty("daicho.root"), "runtimes/ogikubo/target/dist")
            .toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private Closures closures;
    private Launcher launcher;
    /** The data of a base that was started with no module, with an account that may read. */
    private Path first;
    private String manager;

    @BeforeAll
    void startTheBaseAlone() throws Exception {
        closures = Closures.of(BUILT);
        launcher = new Launcher(folder, BUILT);
        first = folder.resolve("data");
        int port = launcher.start(launcher.layOut("none", closures.jars(Set.of())), first);
        Api admin = Api.at(port).as(Api.ADMIN, Api.ADMIN_PASSWORD);
        assertEquals(Set.of(), active(admin), "the base has no module of its own");
        admin.account("kaicho", "会長 山田", "manager pass 1", "manager").expect(201);
        manager = admin.post("/api/access/tokens", Map.of("label", "itest", "account", "kaicho")).expect(201).json()
                .get("token").textValue();
        launcher.stop();
    }

    @AfterAll
    void stop() throws Exception {
        launcher.close();
        closures.close();
    }

    List<Set<String>> singles() {
        return Subsets.singles(closures.modules());
    }

    List<Set<String>> pairs() {
        return Subsets.pairs(closures.modules());
    }

    List<Set<String>> every() {
        return Subsets.all(closures.modules());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"singles", "pairs"})
    void aSubsetResolvesAndBringsNoOtherChapterAlong(Set<String> modules) {
        assertEquals(modules, chapters(closures.jars(modules)));
    }

    @Tag("all")
    @ParameterizedTest(name = "{0}")
    @MethodSource("every")
    void everySubsetResolvesAndBringsNoOtherChapterAlong(Set<String> modules) {
        assertEquals(modules, chapters(closures.jars(modules)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("singles")
    void aChapterAloneAndAllTogetherStartAndAnswerForThemselvesOnly(Set<String> modules) throws Exception {
        startsAndAnswers(modules);
    }

    @Tag("all")
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void aPairStartsAndAnswersForItsChaptersOnly(Set<String> modules) throws Exception {
        startsAndAnswers(modules);
    }

    private void startsAndAnswers(Set<String> modules) throws Exception {
        String name = String.join("-", modules);
        Path distribution = launcher.layOut(name.length() > 40 ? "every" : name, closures.jars(modules));
        int port = launcher.start(distribution, copyOfFirst(name));
        try {
            Api api = Api.at(port).bearing(manager);
            assertEquals(modules, active(api));
            Set<String> ledgers = new TreeSet<>();
            Set<String> having = new TreeSet<>();
            for (JsonNode ledger : api.get("/api/ledgers").expect(200).json()) {
                String module = ledger.get("module").textValue();
                if (closures.modules().contains(module)) {
                    having.add(module);
                    ledgers.add(ledger.get("id").textValue());
                    assertEquals("active", ledger.get("state").textValue(), ledger::toString);
                }
            }
            assertEquals(modules, having, "each chapter has ledgers, an absent one none");
            for (String ledger : ledgers) {
                String address = "/api/ledgers/" + ledger;
                assertEquals("active", api.get(address).expect(200).json().get("state").textValue());
                assertTrue(api.get(address + "/entries?limit=1").expect(200).json().get("items").isArray());
            }
            api.get("/api/duties").expect(200);
            assertEquals(ledgers, described(api.get("/api/openapi.json").expect(200).json().get("paths"), ledgers));
        } finally {
            launcher.stop();
        }
    }

    /** The ledgers of chapters that the document has, where those of the system itself are left out. */
    private Set<String> described(JsonNode paths, Collection<String> ledgers) {
        Set<String> found = new TreeSet<>();
        paths.fieldNames().forEachRemaining(path -> {
            String[] parts = path.split("/");
            if (parts.length == 5 && path.startsWith("/api/ledgers/") && path.endsWith("/entries")
                    && (ledgers.contains(parts[3]) || closures.modules().contains(parts[3].split("\\.")[0]))) {
                found.add(parts[3]);
            }
        });
        return found;
    }

    private static Set<String> active(Api api) {
        Set<String> active = new TreeSet<>();
        for (JsonNode module : api.get("/api/modules").expect(200).json()) {
            if ("active".equals(module.get("state").textValue())) {
                active.add(module.get("id").textValue());
            }
        }
        return active;
    }

    private static Set<String> chapters(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).filter(name -> name.startsWith(CHAPTER))
                .map(name -> name.substring(CHAPTER.length(), name.indexOf('-'))).collect(Collectors.toSet());
    }

    private Path copyOfFirst(String name) throws IOException {
        Path copy = folder.resolve("data-" + Integer.toHexString(name.hashCode()));
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(first)) {
            files.filter(file -> !file.startsWith(first.resolve("framework"))).forEach(all::add);
        }
        for (Path file : all) {
            Files.copy(file, copy.resolve(first.relativize(file).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }
}
