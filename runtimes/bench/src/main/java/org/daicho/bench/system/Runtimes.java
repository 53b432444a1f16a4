package org.daicho.bench.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runtimes that were built, each laid out once more with the benchmark's bundle beside its own, and the baseline.
 */
public final class Runtimes {

    /** The first operator's password, in the data folders that the benchmark makes and deletes. */
    public static final String PASSWORD = "bench-Admin-2026";

    private static final String FIRST = "/api/log/checkpoint";
    private static final List<String> BARE = List.of("org.daicho.datasource.derby-", "org.daicho.ledger.api-",
            "org.apache.felix.http.jetty12-",
            "org.apache.felix.http.servlet-api-", "slf4j-api-");

    private final Path built;
    private final Path jar;
    private final Path folder;

    /**
     * Uses a checkout.
     *
     * @param root   the checkout, its runtimes built
     * @param folder where to lay out, and to keep data
     */
    public Runtimes(Path root, Path folder) throws IOException {
        built = root.resolve("runtimes");
        jar = built.resolve("bench/target/bench.jar");
        this.folder = Files.createDirectories(folder);
    }

    /** Returns the distribution as it was built. */
    public Path distribution(String runtime) {
        return built.resolve(runtime).resolve("target/dist").toAbsolutePath().normalize();
    }

    /** Returns a data folder by its name. */
    public Path data(String name) {
        return folder.resolve("data-" + name);
    }

    /** Starts a runtime; its first answer is the log's checkpoint. */
    public ServerProcess start(String runtime, String data) throws IOException {
        Path measured = folder.resolve(runtime);
        if (Files.notExists(measured)) {
            layOut(distribution(runtime), measured);
        }
        return ServerProcess.start(
                List.of(measured.resolve("daicho").toString(), "run", "--port", "0", "--data", data(data).toString()),
                Map.of("DAICHO_ADMIN_PASSWORD", PASSWORD), folder.resolve(runtime + ".err"), FIRST);
    }

    private void layOut(Path from, Path to) throws IOException {
        for (String part : List.of("bundles", "conf", "catalogue", "load")) {
            Files.createDirectories(to.resolve(part));
            try (Stream<Path> files = Files.list(from.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.createSymbolicLink(to.resolve(part).resolve(file.getFileName()), file);
                }
            }
        }
        Files.createSymbolicLink(to.resolve("framework"), from.resolve("framework"));
        Files.copy(from.resolve("daicho"), to.resolve("daicho"));
        Files.createSymbolicLink(to.resolve("bundles").resolve(jar.getFileName()), jar.toAbsolutePath().normalize());
    }

    /** Starts the baseline: a Java of the same kind, with the same jars for Jetty and Derby. */
    public ServerProcess startBare(String data) throws IOException {
        String classPath = Stream.concat(Stream.of(jar), bareJars().stream()).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ServerProcess.start(
                List.of(java, "-cp", classPath, "org.daicho.bench.bare.Bare", data(data).toString()), Map.of(),
                folder.resolve("bare.err"), "/answer");
    }

    private List<Path> bareJars() throws IOException {
        try (Stream<Path> jars = Files.list(distribution("ogikubo").resolve("bundles"))) {
            return jars.filter(each -> BARE.stream().anyMatch(each.getFileName().toString()::startsWith)).toList();
        }
    }

    /** Returns the bytes of the jars that the baseline is made of. */
    public long bareSize() throws IOException {
        long size = 0;
        for (Path each : bareJars()) {
            size += Files.size(each);
        }
        return size;
    }
}
