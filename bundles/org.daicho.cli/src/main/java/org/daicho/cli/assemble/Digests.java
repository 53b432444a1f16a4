package org.daicho.cli.assemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.resolver.JarDigest;

/**
 * SHA-256 sums, in the format that {@code sha256sum -c} reads.
 */
final class Digests {

    /** The file of a distribution's sums. */
    static final String FILE = "SHA256SUMS";

    private Digests() {
    }

    /** One line for each file below a folder, by name. */
    static String sums(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        StringBuilder sums = new StringBuilder();
        for (String name : all.stream().map(file -> name(folder, file)).sorted().toList()) {
            sums.append(JarDigest.of(folder.resolve(name))).append("  ").append(name).append('\n');
        }
        return sums.toString();
    }

    /** A file's path below a folder, with slashes on every system. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
