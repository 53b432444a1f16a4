package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code ./daicho} of a built distribution as a process of its own, as a user starts it.
 */
public final class DaichoProcess implements AutoCloseable {

    /** The line that a start ends with; groups: port, name, number of modules. */
    public static final Pattern READY = Pattern
            .compile("Daicho ready: http://127\\.0\\.0\\.1:(\\d+)/ \\((\\w+), (\\d+) modules, \\d+\\.\\d s\\)");

    private static final int LIMIT_SECONDS = 120;

    private final Process process;
    private final Path errors;
    /** The data folder of a system that runs; {@code null} of any other command. */
    private final Path data;
    private final List<String> output = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Matcher ready;
    private int port;
    private boolean kept;

    private DaichoProcess(Process process, Path errors, Path data) {
        this.process = process;
        this.errors = errors;
        this.data = data;
    }

    /**
     * Starts a command.
     *
     * @param runtime     whose distribution
     * @param folder      where to keep what it writes to standard error
     * @param environment added to the environment
     * @param arguments   the command and its options
     * @return the process
     * @throws IOException where it cannot start
     */
    public static DaichoProcess start(String runtime, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        return startIn(Path.of(System.getProperty("daicho.root"), "runtimes", runtime, "target", "dist"), folder,
                environment, arguments);
    }

    /** Starts a command of a distribution that lies anywhere. */
    public static DaichoProcess startIn(Path distribution, Path folder, Map<String, String> environment,
            String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(distribution.resolve("daicho").toRealPath().toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        surround(builder, environment);
        return new DaichoProcess(builder.start(), errors, served(List.of(arguments)));
    }

    private static Path served(List<String> arguments) {
        int data = arguments.indexOf("--data") + 1;
        return arguments.indexOf("run") == 0 && data > 0 ? Path.of(arguments.get(data)) : null;
    }

    /**
     * Gives a command nothing of what this machine sets for Daicho. Its Java lives too briefly for more than the first
     * compiler, unless {@code DAICHO_JAVA_OPTS} says otherwise: the other one takes half of a start's time on two cores.
     */
    static void surround(ProcessBuilder builder, Map<String, String> environment) {
        builder.environment().keySet().removeIf(name -> name.startsWith("DAICHO_"));
        builder.environment().put("DAICHO_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
    }

    /**
     * Starts a runtime on a free port and waits until it is ready.
     *
     * @param runtime whose distribution
     * @param data    its data folder
     * @return the running system
     * @throws IOException where it cannot start
     */
    public static DaichoProcess run(String runtime, Path data) throws IOException {
        DaichoProcess started = start(runtime, data.getParent(), Map.of("DAICHO_ADMIN_PASSWORD", "itest-Admin-2026"),
                "run",
                "--port", "0", "--data", data.toString());
        started.awaitReady();
        return started;
    }

    /** Reads standard output until the system is ready; fails with everything that it wrote where it ends before. */
    public void awaitReady() throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            Matcher matcher = READY.matcher(line);
            if (matcher.matches()) {
                ready = matcher;
                port = Front.before(Integer.parseInt(matcher.group(1)));
                return;
            }
        }
        throw new AssertionError("not ready: " + output + " " + errors());
    }

    public int port() {
        return port;
    }

    public String name() {
        return ready.group(2);
    }

    public int modules() {
        return Integer.parseInt(ready.group(3));
    }

    /** Sends a GET and returns its answer. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Returns everything that it writes to standard output until it ends. */
    public String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends SIGTERM and returns the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Ends it as a crash would, with no chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for the end and returns the exit code. */
    public int exitCode() throws InterruptedException {
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        keepLog();
        assertTrue(ended, "it did not end");
        return process.exitValue();
    }

    /** Returns what it wrote to standard error, line by line. */
    public List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        keepLog();
    }

    /** Once: who waits for the end and then closes has the log kept at the first. */
    private void keepLog() {
        if (data != null && !kept) {
            kept = true;
            KeptLog.of(data);
        }
    }
}
