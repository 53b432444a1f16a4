package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs the programs of {@code runtimes/itest/client} in a folder with copies of its files. {@code ./daicho test} installs
 * them before; nothing is fetched here.
 */
public final class Node {

    private static final Path CLIENT = Path.of(System.getProperty("daicho.root"), "runtimes", "itest", "client");
    private static final int LIMIT_SECONDS = 300;

    private final Path folder;

    /** Copies the client's files to a folder. */
    public Node(Path folder) throws IOException {
        this.folder = folder;
        Path modules = CLIENT.resolve("node_modules");
        assertTrue(Files.isDirectory(modules), "npm ci is needed in " + CLIENT + "; ./daicho test does it");
        Files.createSymbolicLink(folder.resolve("node_modules"), modules.toRealPath());
        try (Stream<Path> files = Files.list(CLIENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** Returns the place of a file in the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a program and returns what it printed; fails where it fails. */
    public String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + command);
        }
        String printed = Files.readString(out);
        assertEquals(0, process.exitValue(), () -> command + "\n" + printed);
        return printed;
    }

    /** Starts a program that serves, and returns once it has printed this. */
    public Process serve(String ready, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        CompletableFuture<Void> serves = new CompletableFuture<>();
        // Reads on to the end, so that the program never waits for room to print.
        Thread reader = new Thread(() -> {
            process.inputReader(StandardCharsets.UTF_8).lines().filter(line -> line.contains(ready))
                    .forEach(line -> serves.complete(null));
            serves.completeExceptionally(new AssertionError("it ended: " + command));
        }, "node-output");
        reader.setDaemon(true);
        reader.start();
        try {
            serves.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return process;
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("it is not ready: " + command, e);
        }
    }
}
