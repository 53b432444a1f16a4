package org.daicho.itest.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arrows between packages and bundles, read from the class files: a manifest says only what a bundle imports, and a
 * bnd file can hide that.
 */
class ClassArrowsTest {

    private static final String ENGINE = "org.daicho.ledger.engine";
    private static final int MOST_CLASSES = 20;
    private static final List<String> TOUCHED_BY_NOBODY = List.of(ENGINE, "org.daicho.chapter.", "org.daicho.rest",
            "org.daicho.web");

    private final List<BuiltBundle> bundles = BuiltBundle.all();
    private final Map<String, String> bundleOf = new HashMap<>();
    private final ClassArrows arrows = ClassArrows.read(bundles.stream().map(BuiltBundle::classes).toList());

    ClassArrowsTest() {
        bundles.forEach(bundle -> bundle.classNames().forEach(name -> bundleOf.put(name, bundle.name())));
    }

    @Test
    void noPackagesFormALoop() {
        Map<String, Set<String>> between = arrows.between(ClassArrows::packageOf);
        assertFalse(between.isEmpty());
        assertEquals(Set.of(), ClassArrows.loops(between));
    }

    @Test
    void noBundlesFormALoop() {
        Map<String, Set<String>> between = arrows.between(name -> bundleOf.getOrDefault(name, name));
        assertFalse(between.isEmpty());
        assertEquals(Set.of(), ClassArrows.loops(between));
    }

    @Test
    void nobodyTouchesTheEngineAChapterOrTheFaces() {
        Set<String> touching = new TreeSet<>();
        arrows.between(name -> bundleOf.getOrDefault(name, name)).forEach((from, all) -> all.stream()
                .filter(to -> TOUCHED_BY_NOBODY.stream().anyMatch(to::startsWith))
                .forEach(to -> touching.add(from + " -> " + to)));
        assertEquals(Set.of(), touching);
    }

    @Test
    void noPackageOfTheEngineIsOverfull() {
        Map<String, Integer> counts = new TreeMap<>();
        bundles.stream().filter(bundle -> bundle.name().equals(ENGINE)).flatMap(bundle -> bundle.classNames().stream())
                .filter(name -> !name.contains("$") && !name.endsWith("package-info"))
                .forEach(name -> counts.merge(ClassArrows.packageOf(name), 1, Integer::sum));
        assertTrue(counts.size() > 1, counts::toString);
        assertEquals(Map.of(), counts.entrySet().stream().filter(count -> count.getValue() > MOST_CLASSES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void aLoopOverASignatureAndAnAnnotationIsFound(@TempDir Path folder) throws IOException {
        Path first = source(folder, "one", "public @interface First { Class<?> value() default Object.class; }",
                "First");
        Path second = source(folder, "two", "@org.daicho.fixture.one.First public interface Second {}", "Second");
        Path third = source(folder, "one", "interface Third { org.daicho.fixture.two.Second get(); }", "Third");
        Path fourth = source(folder, "three", "interface Fourth extends org.daicho.fixture.two.Second {}", "Fourth");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, first.toString(), second.toString(),
                third.toString(), fourth.toString()));
        assertEquals(Set.of(Set.of("org.daicho.fixture.one", "org.daicho.fixture.two")),
                ClassArrows.loops(ClassArrows.read(List.of(folder)).between(ClassArrows::packageOf)));
    }

    private static Path source(Path folder, String room, String declaration, String name) throws IOException {
        Path file = folder.resolve("org/daicho/fixture/" + room + "/" + name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "package org.daicho.fixture." + room + ";\n" + declaration + "\n");
    }
}
