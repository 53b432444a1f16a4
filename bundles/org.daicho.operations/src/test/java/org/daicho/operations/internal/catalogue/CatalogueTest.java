package org.daicho.operations.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.resolver.CatalogueIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    @TempDir
    Path folder;

    private Path catalogue() throws IOException {
        return Files.createDirectories(folder.resolve("catalogue"));
    }

    @Test
    void aBrokenIndexOffersNothing() throws IOException {
        Files.writeString(catalogue().resolve(CatalogueIndex.FILE), "<repository><resource>");
        assertEquals(List.of(), new Catalogue(catalogue()).resources());
        assertEquals(List.of(), new Catalogue(folder.resolve("nowhere")).resources());
    }

    @Test
    void aModuleBesideTheIndexIsFoundAndALibraryIsNot() throws IOException {
        Jars.write(catalogue().resolve("gifts.jar"), Jars.MODULE, Map.of());
        Jars.write(catalogue().resolve("library.jar"),
                Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "library"), Map.of());
        Files.writeString(catalogue().resolve("half.jar"), "PK");
        List<JarFolder.Found> found = List.copyOf(new Catalogue(catalogue()).modules());
        assertEquals(List.of("gifts.jar", "half.jar"),
                found.stream().map(jar -> jar.path().getFileName().toString()).toList());
        assertEquals("gifts", found.get(0).module().id());
    }

    @Test
    void aJarThatChangesIsReadAgain() throws IOException {
        Catalogue catalogue = new Catalogue(catalogue());
        Path jar = catalogue().resolve("gifts.jar");
        Files.writeString(jar, "PK");
        assertEquals(null, catalogue.modules().iterator().next().module());
        Jars.write(jar, Jars.MODULE, Map.of());
        assertEquals("gifts", catalogue.modules().iterator().next().module().id());
    }
}
