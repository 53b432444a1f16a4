package org.daicho.datasource.derby;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second JVM with the classes of this test run, which can be killed without any chance to tidy up. */
final class ForkedJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ForkedJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs a main class; its errors are shown among its output. */
    static ForkedJvm run(Class<?> main, Path... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        return new ForkedJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line of its output, or null where it has ended. */
    String readLine() throws IOException {
        return output.readLine();
    }

    /** What is left of its output, once it has ended. */
    List<String> readAll() {
        return output.lines().toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, and the end awaited; what it had printed until then can still be read. */
    void kill() throws InterruptedException {
        // Not through the process itself, which would close its output unread.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
