package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    @TempDir
    Path root;

    @Test
    void configAdminStartsFirstThenLoggingThenTheOthersByName() throws IOException {
        Folders.distribution(root, "z-1.jar", "a-1.jar", "slf4j-api-2.0.17.jar", "logback-classic-1.5.18.jar",
                "org.apache.felix.configadmin-1.9.26.jar", "readme.txt");
        List<String> order = Distribution.at(root).bundles().stream().map(jar -> jar.getFileName().toString()).toList();
        assertEquals(List.of("org.apache.felix.configadmin-1.9.26.jar", "logback-classic-1.5.18.jar",
                "slf4j-api-2.0.17.jar", "a-1.jar", "z-1.jar"), order);
    }

    @Test
    void aFolderWithoutBundlesIsNoDistribution() {
        assertThrows(Refusal.class, () -> Distribution.at(root));
    }

    @Test
    void aCheckoutKnowsItsRuntimesByName() throws IOException {
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve("runtimes/small/conf"));
        Folders.distribution(root.resolve("runtimes/small/target/dist"));
        assertEquals(root.resolve("runtimes/small/target/dist"), new Home(root).distribution("small").root());
        assertTrue(assertThrows(Refusal.class, () -> new Home(root).distribution("large")).getMessage()
                .contains("small"));
    }

    @Test
    void aDistributionHoldsOneRuntimeOnly() throws IOException {
        Folders.distribution(root);
        Folders.conf(root, "council.json", "{ \"org.daicho.council\": { \"id\": \"small\" } }");
        assertEquals("small", new Home(root).distribution(null).name());
        assertEquals("small", new Home(root).distribution("small").name());
        assertThrows(Refusal.class, () -> new Home(root).distribution("large"));
    }
}
