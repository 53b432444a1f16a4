package org.daicho.itest.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The arrows between the bundles, read from the manifests that were built:
 * {@code chapter.* → ledger.api ← rest, sheets, web} and {@code ledger.engine → ledger.api}.
 */
class ArrowsTest {

    private static final String API = "org.daicho.ledger.api";
    private static final List<String> NEVER_IMPORTED = List.of("org.daicho.ledger.engine", "org.daicho.chapter",
            "org.daicho.rest", "org.daicho.web", "org.daicho.cli");

    private final List<BuiltBundle> bundles = BuiltBundle.all();
    private final BuiltBundle api = bundles.stream().filter(bundle -> bundle.name().equals(API)).findFirst()
            .orElseThrow();

    @Test
    void aChapterImportsOfOursOnlyTheLedgerApi() {
        List<BuiltBundle> chapters = bundles.stream().filter(BuiltBundle::isChapter).toList();
        assertFalse(chapters.isEmpty());
        assertEquals(Set.of(), offenders(chapters.stream(),
                name -> name.startsWith("org.daicho.") && !api.exports().contains(name)));
    }

    @Test
    void nobodyImportsTheProviderAChapterOrTheFaces() {
        assertEquals(Set.of(), offenders(bundles.stream(), name -> NEVER_IMPORTED.stream()
                .anyMatch(never -> name.equals(never) || name.startsWith(never + "."))));
    }

    @Test
    void theApiImportsNothingButItself() {
        Set<String> foreign = new TreeSet<>(api.imports());
        foreign.removeAll(api.exports());
        // What a data source hands out; a part of the Java platform.
        foreign.removeIf(name -> name.startsWith("java.") || name.equals("javax.sql"));
        assertEquals(Set.of(), foreign);
        assertTrue(api.exports().contains("org.daicho.ledger.spi"));
    }

    @Test
    void noInternalPackageIsExported() {
        Set<String> exported = new TreeSet<>();
        bundles.forEach(bundle -> bundle.exports().stream().filter(name -> name.contains(".internal"))
                .forEach(exported::add));
        assertEquals(Set.of(), exported);
    }

    @Test
    void theHeaderReaderKeepsQuotedCommasTogether() {
        assertEquals(Set.of("a.b", "c", "d"), BuiltBundle.packages("a.b;version=\"[1,2)\",c;d;uses:=\"x,y\""));
    }

    private static Set<String> offenders(Stream<BuiltBundle> importers, Predicate<String> forbidden) {
        Set<String> found = new TreeSet<>();
        importers.forEach(bundle -> bundle.imports().stream()
                .filter(name -> forbidden.test(name) && !bundle.owns(name))
                .forEach(name -> found.add(bundle.name() + " -> " + name)));
        return found;
    }
}
