package org.daicho.itest.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A checkout that holds the API's sources only, in which the API as it is now was released before.
 */
final class ReleasedApi {

    private static final String NAME = "org.daicho.ledger.api";
    private static final String RELEASED = "0.0.1";
    private static final int LIMIT_SECONDS = 300;

    private final Path checkout;
    private final Path repository;
    private final Path log;

    /** Copies what the API is built from, and releases the bundle that the build made. */
    ReleasedApi(Path folder) throws IOException {
        Path root = Path.of(System.getProperty("daicho.root")).toRealPath();
        checkout = folder.resolve("checkout");
        log = folder.resolve("maven.txt");
        for (String part : List.of("pom.xml", "bnd.bnd", ".mvn", "cnf/bom", "cnf/ext", "cnf/format",
                "bundles/" + NAME + "/pom.xml", "bundles/" + NAME + "/src/main")) {
            copy(root.resolve(part), checkout.resolve(part));
        }
        repository = linked(Path.of(System.getProperty("daicho.maven.repository")), folder.resolve("repository"));
        release(root
                .resolve("bundles/" + NAME + "/target/" + NAME + "-" + System.getProperty("daicho.version") + ".jar"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    /** Makes a local repository with everything of another but our own, so that nothing of this stays in the user's. */
    private static Path linked(Path existing, Path repository) throws IOException {
        Path ours = Files.createDirectories(repository.resolve("org/daicho"));
        for (Path folder : List.of(repository, ours.getParent())) {
            try (Stream<Path> children = Files.list(existing.resolve(repository.relativize(folder).toString()))) {
                for (Path child : children.toList()) {
                    Path link = folder.resolve(child.getFileName());
                    if (!Files.exists(link)) {
                        Files.createSymbolicLink(link, child);
                    }
                }
            }
        }
        return repository;
    }

    private void release(Path built) throws IOException {
        Path program = checkout.resolve("cnf/released/org/daicho/" + NAME);
        Path version = Files.createDirectories(program.resolve(RELEASED));
        String file = NAME + "-" + RELEASED;
        try (JarFile jar = new JarFile(built.toFile())) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), RELEASED);
            try (OutputStream out = Files.newOutputStream(version.resolve(file + ".jar"));
                    JarOutputStream released = new JarOutputStream(out, manifest)) {
                for (JarEntry entry : jar.stream().filter(each -> !each.getName().equals(JarFile.MANIFEST_NAME))
                        .toList()) {
                    released.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(released);
                }
            }
        }
        Files.writeString(version.resolve(file + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.daicho</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(NAME, RELEASED));
        Files.writeString(program.resolve("maven-metadata.xml"), """
                <metadata>
                  <groupId>org.daicho</groupId>
                  <artifactId>%s</artifactId>
                  <versioning>
                    <versions>
                      <version>%s</version>
                    </versions>
                  </versioning>
                </metadata>
                """.formatted(NAME, RELEASED));
    }

    /** Adds a member to an interface of the API. */
    void add(String type, String member) throws IOException {
        edit(type + ".java", Pattern.compile("public interface " + type + " \\{\n"), found -> found.group() + member);
    }

    /** Raises the minor version of a package. */
    void raiseMinor(String packageName) throws IOException {
        edit(packageName + "/package-info.java", Pattern.compile("@Version\\(\"(\\d+)\\.(\\d+)\\.\\d+"),
                found -> "@Version(\"" + found.group(1) + "." + (Integer.parseInt(found.group(2)) + 1) + ".0");
    }

    private void edit(String name, Pattern part, Function<MatchResult, String> replacement) throws IOException {
        Path file = source(name);
        String before = Files.readString(file);
        String after = part.matcher(before).replaceFirst(replacement);
        if (after.equals(before)) {
            throw new AssertionError(file + " has no " + part);
        }
        Files.writeString(file, after);
    }

    private Path source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(checkout.resolve("bundles"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    /** Builds the API as continuous integration does; returns whether it passed. */
    boolean verify() throws IOException, InterruptedException {
        Process maven = new ProcessBuilder("mvn", "-o", "-B", "-Dmaven.repo.local=" + repository, "-f",
                checkout.resolve("bundles/" + NAME).toString(), "verify", "-Dbnd.resolve.skip=true",
                "-Dformatter.skip=true", "-Dimpsort.skip=true").redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        if (!maven.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            maven.destroyForcibly();
            throw new AssertionError("it did not end: " + output());
        }
        return maven.exitValue() == 0;
    }

    /** What the last build wrote. */
    String output() throws IOException {
        return Files.readString(log);
    }
}
