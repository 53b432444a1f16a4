package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chapter that {@code ./daicho new chapter} writes, compiled with the SDK. What Maven makes of it, and the running
 * system, {@link ReadmeIT} tells.
 */
class TemplateIT {

    private static final Path SDK = Path.of(System.getProperty("daicho.root"), "runtimes/sdk/target/sdk");

    /** One of ours, as a pom names itself and what it needs. */
    private static final Pattern OURS = Pattern
            .compile("<groupId>org\\.daicho</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    @TempDir
    Path folder;

    @Test
    void aNewChapterCompilesAndNamesTheSdk() throws Exception {
        Command written = Command.run(folder, "", "new", "chapter", "lending", "--out",
                folder.resolve("lending").toString(), "--sdk", SDK.toString());
        assertEquals(0, written.code(), written.errors()::toString);
        String[] lines = written.output().strip().split("\n");
        assertEquals("./daicho catalogue add "
                + folder.resolve("lending/target/org.daicho.chapter.lending-1.0.0.jar"), lines[lines.length - 1]);
        String pom = Files.readString(folder.resolve("lending/pom.xml"));
        assertTrue(pom.contains("<daicho.sdk>file:///"), pom);
        assertEquals(-1, pom.indexOf('@'), "a version is missing: " + pom);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments()),
                () -> said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theSdkHasAllOfOursThatItsPomsName() throws Exception {
        Set<String> named = new TreeSet<>();
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SDK.resolve("org/daicho"))) {
            for (Path pom : files.filter(file -> file.toString().endsWith(".pom")).toList()) {
                there.add(pom.getParent().getParent().getFileName().toString());
                OURS.matcher(Files.readString(pom)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertEquals(there, named, "what is named, and what is there");
        assertTrue(Files.isRegularFile(SDK.resolve("definition.schema.json")));
    }

    private String[] arguments() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-d", folder.resolve("classes").toString(), "-proc:none",
                "-classpath", System.getProperty("java.class.path") + File.pathSeparator + kit()));
        try (Stream<Path> files = Files.walk(folder.resolve("lending/src"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        return arguments.toArray(String[]::new);
    }

    private static Path kit() throws Exception {
        try (Stream<Path> files = Files.walk(SDK.resolve("org/daicho/org.daicho.ledger.contract"))) {
            return files.filter(file -> file.toString().matches(".*-SNAPSHOT\\.jar|.*[0-9]\\.jar")).findFirst()
                    .orElseThrow();
        }
    }
}
