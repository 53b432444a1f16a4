package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;

/**
 * An unpacked distribution: {@code bundles/}, {@code conf/}, {@code catalogue/}, {@code framework/}.
 *
 * @param root          its folder
 * @param configuration what its {@code conf/*.json} say
 */
public record Distribution(Path root, Configuration configuration) {

    /**
     * Started first, in this order: a bundle that starts before ConfigAdmin may miss its configuration, and one that logs
     * before the log is there writes to standard output or nowhere.
     */
    private static final List<String> FIRST = List.of("org.apache.felix.configadmin-", "org.apache.aries.spifly.",
            "logback-classic-", "slf4j-api-", "org.apache.felix.log-", "org.apache.felix.logback-");

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
     * Returns the bundles in the order in which they are installed and started: ConfigAdmin, logging, then by file name.
     *
     * @return the jars
     */
    public List<Path> bundles() {
        try (Stream<Path> files = Files.list(root.resolve("bundles"))) {
            List<Path> jars = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar")).toList());
            jars.sort(Comparator.comparingInt(Distribution::rank).thenComparing(Distribution::fileName));
            return jars;
        } catch (IOException failure) {
            throw new Refusal("バンドルを読めません: " + failure, "Cannot read the bundles: " + failure);
        }
    }

    private static int rank(Path jar) {
        int rank = 0;
        while (rank < FIRST.size() && !fileName(jar).startsWith(FIRST.get(rank))) {
            rank++;
        }
        return rank;
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }
}
