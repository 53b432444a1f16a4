package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A distribution of its own, with the jars that a test puts into its catalogue and its folder {@code load}, and the
 * system that runs from it.
 */
final class ModuleSystem implements AutoCloseable {

    static final String OPERATOR = "admin";
    static final String PASSWORD = "itest-Admin-2026";

    private static final int LIMIT_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path distribution;
    private DaichoProcess process;

    /** Takes a distribution as it is; nothing runs yet. */
    ModuleSystem(Path folder, Path distribution) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.distribution = distribution;
    }

    /** Lays out {@code minimal} anew; nothing runs yet. */
    ModuleSystem(Path folder) throws IOException {
        this(folder, folder.resolve("dist"));
        Path built = Path.of(System.getProperty("daicho.root"), "runtimes", "minimal", "target", "dist").toRealPath();
        Files.createDirectories(catalogue());
        Files.createDirectories(load());
        for (String same : new String[]{"bundles", "framework", "conf"}) {
            Files.createSymbolicLink(distribution().resolve(same), built.resolve(same));
        }
        Files.copy(built.resolve("daicho"), distribution().resolve("daicho"));
        assertTrue(distribution().resolve("daicho").toFile().setExecutable(true));
    }

    /** Puts the built jar of a chapter into the catalogue, one that the distribution does not have of itself. */
    void offer(String chapter) throws IOException {
        Path built = Path.of(System.getProperty("daicho.root"), "runtimes", "minimal", "target", "dist", "catalogue");
        try (Stream<Path> jars = Files.list(built)) {
            Path jar = jars.filter(each -> each.getFileName().toString().startsWith("org.daicho.chapter." + chapter))
                    .findFirst().orElseThrow();
            Files.copy(jar, catalogue().resolve(chapter + ".jar"));
        }
    }

    Path distribution() {
        return distribution;
    }

    Path catalogue() {
        return distribution().resolve("catalogue");
    }

    Path load() {
        return distribution().resolve("load");
    }

    Path data() {
        return folder.resolve("data");
    }

    DaichoProcess process() {
        return process;
    }

    void start() throws IOException {
        start(Map.of("DAICHO_ADMIN_PASSWORD", PASSWORD));
    }

    /** Starts it with all compilers, as it runs for a council. */
    void startForLong() throws IOException {
        start(Map.of("DAICHO_ADMIN_PASSWORD", PASSWORD, "DAICHO_JAVA_OPTS", ""));
    }

    private void start(Map<String, String> environment) throws IOException {
        process = command(environment, "run", "--port", "0", "--data", data().toString());
        process.awaitReady();
    }

    DaichoProcess command(Map<String, String> environment, String... arguments) throws IOException {
        return DaichoProcess.startIn(distribution(), folder, environment, arguments);
    }

    HttpResponse<String> send(String user, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(user, method, path, body, "application/json");
    }

    HttpResponse<String> send(String user, String method, String path, String body, String accept)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path))
                .header("Accept", accept).header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends as the operator and returns the body; anything but the status is a failure. */
    String expect(int status, String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(OPERATOR, method, path, null);
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    void account(String name, String role) throws IOException, InterruptedException {
        HttpResponse<String> made = send(OPERATOR, "POST", "/api/access/users",
                "{\"name\":\"%s\",\"displayName\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"],\"mustChange\":false}"
                        .formatted(name, name, PASSWORD, role));
        assertEquals(201, made.statusCode(), made.body());
    }

    /** Returns the list's part about one module, or an empty text. */
    String module(String id) throws IOException, InterruptedException {
        Matcher item = Pattern.compile("\\{\"id\":\"" + Pattern.quote(id) + "\".*?(?=\\{\"id\"|]$)")
                .matcher(expect(200, "GET", "/api/modules"));
        return item.find() ? item.group() : "";
    }

    boolean isActive(String id) throws IOException, InterruptedException {
        return module(id).contains("\"state\":\"active\"");
    }

    /** Asks until the list says something of a module; the folder {@code load} is looked at every half second. */
    void awaitModule(String id, String what) throws IOException, InterruptedException {
        await(() -> module(id), what);
    }

    /** Asks until the answer says something that is written a moment after the start. */
    String await(String user, String path, String what) throws IOException, InterruptedException {
        return await(() -> send(user, "GET", path, null).body(), what);
    }

    private interface Question {
        String ask() throws IOException, InterruptedException;
    }

    private static String await(Question question, String what) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        String answer = question.ask();
        while (!answer.contains(what)) {
            assertTrue(System.nanoTime() < end, what + " is not in " + answer);
            answer = question.ask();
        }
        return answer;
    }

    /** Moves a jar into a folder at once, as {@code mv} does. */
    static void move(Path jar, Path folder) throws IOException {
        Files.move(jar, folder.resolve(jar.getFileName()));
    }

    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }
}
