package org.daicho.cli.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.cli.launch.Distribution;
import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePreviewTest {

    @TempDir
    Path folder;

    private Distribution distribution;

    @BeforeEach
    void emptyDistribution() throws IOException {
        distribution = Jars.distribution(folder.resolve("dist"));
    }

    @Test
    void showsTheLedgersAndWhatComesAlongFromTheCatalogue() throws IOException {
        Jars.bundle(distribution.root().resolve("catalogue/library.jar"), "org.example.library",
                Map.of("Export-Package", "org.example.library;version=\"1.0.0\""), Map.of());
        ModulePreview preview = ModulePreview.of(distribution, lending("lending.notes", "org.example.library"));
        assertEquals(List.of("lending.notes"), preview.ledgers().stream().map(LedgerPreview::id).toList());
        assertEquals("記録", preview.ledgers().get(0).title().ja());
        assertEquals(List.of("library.jar"), preview.catalogue());
    }

    @Test
    void refusesWhatLacksSomething() {
        assertRefused("lacks the package org.example.missing", () -> lending("lending.notes", "org.example.missing"));
    }

    @Test
    void refusesALedgerThatIsAnotherModulesAndAModuleThatIsAnotherBundles() throws IOException {
        assertRefused("is not the module lending's", () -> lending("assets.inventory", null));
        Jars.bundle(distribution.root().resolve("bundles/other.jar"), "org.example.other",
                Map.of("Provide-Capability", "daicho.module;daicho.module=lending"), Map.of());
        assertRefused("is the bundle org.example.other's", () -> lending("lending.notes", null));
    }

    @Test
    void refusesADefinitionThatIsNotWellFormed() {
        assertRefused("is not well-formed", () -> Jars.bundle(folder.resolve("x.jar"), "x",
                Map.of("Provide-Capability", "daicho.module;daicho.module=x"), Map.of("definitions/x.json", "{}")));
        assertRefused("is not well-formed", () -> Jars.bundle(folder.resolve("x.jar"), "x",
                Map.of("Provide-Capability", "daicho.module;daicho.module=x"), Map.of("definitions/x.json", "[")));
    }

    @Test
    void refusesAJarWithoutLedgersAndOneThatIsNoModule() {
        assertRefused("has no definition", () -> Jars.bundle(folder.resolve("x.jar"), "x",
                Map.of("Provide-Capability", "daicho.module;daicho.module=x"), Map.of()));
        assertRefused("is no module", () -> Jars.bundle(folder.resolve("x.jar"), "x", Map.of(), Map.of()));
        assertRefused("is broken", () -> Files.writeString(folder.resolve("x.jar"), "PK"));
        assertRefused("There is no file", () -> folder.resolve("none.jar"));
    }

    private Path lending(String ledger, String needed) throws IOException {
        return Jars.module(folder.resolve("lending.jar"), "lending", "1.0.0", ledger,
                needed == null ? Map.of() : Map.of("Import-Package", needed));
    }

    private interface Making {
        Path jar() throws IOException;
    }

    private void assertRefused(String because, Making making) {
        Refusal refusal = assertThrows(Refusal.class, () -> ModulePreview.of(distribution, making.jar()));
        assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
    }
}
