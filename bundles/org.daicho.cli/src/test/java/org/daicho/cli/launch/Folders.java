package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders as a distribution has them. */
final class Folders {

    private Folders() {
    }

    static Path distribution(Path root, String... bundles) throws IOException {
        Files.createDirectories(root.resolve("bundles"));
        for (String bundle : bundles) {
            Files.createFile(root.resolve("bundles").resolve(bundle));
        }
        Files.createDirectories(root.resolve("conf"));
        return root;
    }

    static void conf(Path root, String name, String json) throws IOException {
        Files.writeString(root.resolve("conf").resolve(name), json);
    }
}
