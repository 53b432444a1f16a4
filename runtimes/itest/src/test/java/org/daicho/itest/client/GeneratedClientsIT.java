package org.daicho.itest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.daicho.itest.outside.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that openapi-generator makes of the document compile as they are. Maven has laid the generator and what its
 * Java client imports into {@code target/tools}.
 */
@Tag("all")
class GeneratedClientsIT {

    private static final Path TOOLS = Path.of(System.getProperty("daicho.root"), "runtimes", "itest", "target",
            "tools");
    private static final int LIMIT_SECONDS = 300;

    @TempDir
    static Path folder;

    private static Node node;

    @BeforeAll
    static void writeDocument() throws Exception {
        node = new Node(Files.createDirectory(folder.resolve("client")));
        try (Council council = new Council(folder)) {
            Files.writeString(node.file("whole.json"), council.document().toString());
        }
    }

    @Test
    void theJavaClientCompiles() throws Exception {
        Path made = generate("java", "--library", "native");
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d",
                Files.createDirectory(folder.resolve("classes")).toString(), "-classpath", jars()));
        try (Stream<Path> sources = Files.walk(made.resolve("src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertTrue(made.resolve("src/main/java/org/openapitools/client/api/MediaApi.java").toFile().isFile(),
                "a class for each chapter, by its id");
        Path out = folder.resolve("javac.txt");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var errors = Files.newOutputStream(out)) {
            assertEquals(0, compiler.run(null, errors, errors, arguments.toArray(String[]::new)), () -> read(out));
        }
    }

    @Test
    void theTypescriptFetchClientCompiles() throws Exception {
        generate("typescript-fetch");
        node.run(Map.of(), "node_modules/typescript/bin/tsc", "--project", "generated.json");
    }

    private static Path generate(String language, String... options) throws Exception {
        Path made = node.file(language);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-jar", TOOLS.resolve("openapi-generator-cli.jar").toString(), "generate",
                "--input-spec", node.file("whole.json").toString(), "--generator-name", language, "--output",
                made.toString()));
        command.addAll(List.of(options));
        Path out = folder.resolve(language + ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), () -> read(out));
        return made;
    }

    private static String jars() throws IOException {
        try (Stream<Path> jars = Files.list(TOOLS)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
