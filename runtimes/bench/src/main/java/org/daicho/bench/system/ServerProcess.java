package org.daicho.bench.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.bench.load.Round;
import org.daicho.bench.system.HttpConnection.Answer;

/**
 * One server as a process of its own, started as a user starts it.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("\\w+ ready: http://127\\.0\\.0\\.1:(\\d+)/.*");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int STOP_SECONDS = 60;
    private static final int KIBI = 1024;

    /** What runs; ended with this process, where it is stopped before its time. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroy)));
    }

    private final Process process;
    private final int port;
    private final long startNanos;

    private ServerProcess(Process process, int port, long startNanos) {
        this.process = process;
        this.port = port;
        this.startNanos = startNanos;
    }

    /**
     * Starts a server and waits for its first answer.
     *
     * @param command     the command
     * @param environment added to the environment, from which what configures Daicho was taken
     * @param errors      where its standard error goes
     * @param first       the path that has to answer 200
     * @return the server
     * @throws IOException where it does not start
     */
    public static ServerProcess start(List<String> command, Map<String, String> environment, Path errors, String first)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DAICHO_"));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
        try {
            int port = port(process.inputReader(), errors);
            try (HttpConnection connection = new HttpConnection(port)) {
                connection.expect(200, HttpConnection.request("GET", first, null, null));
            }
            return new ServerProcess(process, port, System.nanoTime() - begin);
        } catch (IOException | RuntimeException failure) {
            process.destroy();
            throw failure;
        }
    }

    private static int port(BufferedReader output, Path errors) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new IOException("it did not start: " + Files.readString(errors));
    }

    /** Returns the time from the command to the first answer. */
    public long startNanos() {
        return startNanos;
    }

    /** Returns the port it listens on. */
    public int port() {
        return port;
    }

    /** Opens a connection. */
    public HttpConnection connect() throws IOException {
        return new HttpConnection(port);
    }

    /** Has it measure something from inside, and returns what it says. */
    public String inside(String what) throws IOException {
        try (HttpConnection connection = connect()) {
            Answer answer = connection.expect(200, HttpConnection.request("POST", "/bench/" + what, null, ""));
            return answer.text();
        }
    }

    /** Has it run a round inside. */
    public Round round(String what, int callers, long millis) throws IOException {
        return Round.parse(inside(what + "?callers=" + callers + "&millis=" + millis));
    }

    /** Returns the resident memory of the process in bytes, as Linux counts it. */
    public long resident() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!matcher.find()) {
            throw new IOException("no resident size of process " + process.pid());
        }
        return Long.parseLong(matcher.group(1)) * KIBI;
    }

    /** Stops it as SIGTERM does, and waits for the end. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("it did not stop");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
