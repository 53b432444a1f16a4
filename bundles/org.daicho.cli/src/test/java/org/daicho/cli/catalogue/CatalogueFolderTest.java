package org.daicho.cli.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.JarDigest;
import org.daicho.resolver.ModuleJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFolderTest {

    @TempDir
    Path folder;

    private CatalogueFolder catalogue;

    @BeforeEach
    void emptyCatalogue() throws IOException {
        catalogue = CatalogueFolder.of(Jars.distribution(folder.resolve("dist")));
    }

    @Test
    void whatIsAddedIsListedWithItsDigestAndNothingElseIsLeftBehind() throws IOException {
        Path first = Jars.module(folder.resolve("a.jar"), "lending", "1.0.0", "lending.notes", Map.of());
        Path second = Jars.module(folder.resolve("b.jar"), "lending", "1.1.0", "lending.notes", Map.of());
        catalogue.add(ModuleJar.require(first));
        catalogue.add(ModuleJar.require(second));
        assertEquals(List.of(JarDigest.of(second), JarDigest.of(first)),
                catalogue.modules().stream().map(ModuleJar::digest).toList());
        assertEquals(List.of("lending-1.0.0.jar", "lending-1.1.0.jar"), files());
    }

    @Test
    void theSameJarIsAddedOnceAndAnotherOfItsVersionIsRefused() throws IOException {
        Path jar = Jars.module(folder.resolve("a.jar"), "lending", "1.0.0", "lending.notes", Map.of());
        catalogue.add(ModuleJar.require(jar));
        catalogue.add(ModuleJar.require(jar));
        ModuleJar other = ModuleJar
                .require(Jars.module(folder.resolve("c.jar"), "lending", "1.0.0", "lending.books", Map.of()));
        Refusal refusal = assertThrows(Refusal.class, () -> catalogue.add(other));
        assertTrue(refusal.getMessage().contains("higher version"), refusal.getMessage());
        assertEquals(JarDigest.of(jar), catalogue.modules().get(0).digest());
        assertEquals(List.of("lending-1.0.0.jar"), files());
    }

    @Test
    void aBrokenJarIsNoModule() throws IOException {
        Files.writeString(catalogue.path().resolve("broken.jar"), "PK");
        assertEquals(List.of(), catalogue.modules());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(catalogue.path())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
