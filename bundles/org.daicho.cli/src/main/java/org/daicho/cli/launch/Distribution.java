package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.cli.Refusal;

/**
 * An unpacked distribution: {@code bundles/}, {@code conf/}, {@code catalogue/}, {@code framework/}.
 *
 * @param root          its folder
 * @param configuration what its {@code conf/*.json} say
 */
public record Distribution(Path root, Configuration configuration) {

    /** Started first: a bundle that starts before ConfigAdmin may miss its configuration. */
    private static final String FIRST = "org.apache.felix.configadmin-";

    /**
     * Reads a distribution.
     *
     * @param root its folder
     * @return the distribution
     * @throws Refusal where it is not whole or its configuration cannot be read
     */
    public static Distribution at(Path root) {
        if (!Files.isDirectory(root.resolve("bundles")) || !Files.isDirectory(root.resolve("conf"))) {
            throw new Refusal("配布物がそろっていません: " + root, "This is no complete distribution: " + root);
        }
        return new Distribution(root, Configuration.read(root.resolve("conf")));
    }

    /**
     * Returns the name: the id of the council that it serves.
     *
     * @return the name
     */
    public String name() {
        return configuration.text("org.daicho.council", "id", root.getFileName().toString());
    }

    /**
     * Returns the bundles in the order in which they are installed and started: ConfigAdmin, then by file name.
     *
     * @return the jars
     */
    public List<Path> bundles() {
        try (Stream<Path> files = Files.list(root.resolve("bundles"))) {
            List<Path> jars = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar")).toList());
            jars.sort(Comparator.comparing((Path jar) -> !fileName(jar).startsWith(FIRST))
                    .thenComparing(Distribution::fileName));
            return jars;
        } catch (IOException failure) {
            throw new Refusal("バンドルを読めません: " + failure, "Cannot read the bundles: " + failure);
        }
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }
}
