package org.daicho.cli.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Calls a system's REST API. What it refuses ({@code application/problem+json}) becomes a {@link Refusal} with the
 * system's own words, in the language of the locale. Safe for use by many threads.
 */
public final class RestClient {

    /** Long enough for what answers only once it is done, such as adding a module. */
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_ERROR = 300;
    private static final String LANGUAGE = Language.of(Locale.getDefault(), System.getenv());
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI base;
    private final String token;
    private final Supplier<Refusal> gone;

    /**
     * Makes a client.
     *
     * @param base  the system's address, without {@code /api}
     * @param token the token to send, or {@code null} for none
     * @param gone  what to refuse with where nobody serves there, or somebody to whom the token means nothing
     */
    public RestClient(URI base, String token, Supplier<Refusal> gone) {
        this.base = base;
        this.token = token;
        this.gone = gone;
    }

    /** Returns the system's address. */
    public URI base() {
        return base;
    }

    /**
     * Writes a name as one segment of a path.
     *
     * @param name the name
     * @return the segment
     */
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Gets a resource.
     *
     * @param path the path from {@code /api} on
     * @return the JSON answer; a missing node where there is no body
     * @throws Refusal where the system refuses or does not serve
     */
    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    /**
     * Sends JSON with POST.
     *
     * @param path the path from {@code /api} on
     * @param body what to send, or {@code null} for no body
     * @return the JSON answer; a missing node where there is no body
     * @throws Refusal where the system refuses or does not serve
     */
    public JsonNode post(String path, JsonNode body) {
        return call("POST", path, body);
    }

    /**
     * Sends JSON with PUT.
     *
     * @param path the path from {@code /api} on
     * @param body what to send, or {@code null} for no body
     * @return the JSON answer; a missing node where there is no body
     * @throws Refusal where the system refuses or does not serve
     */
    public JsonNode put(String path, JsonNode body) {
        return call("PUT", path, body);
    }

    /**
     * Deletes a resource.
     *
     * @param path the path from {@code /api} on
     * @return the JSON answer; a missing node where there is no body
     * @throws Refusal where the system refuses or does not serve
     */
    public JsonNode delete(String path) {
        return call("DELETE", path, null);
    }

    private JsonNode call(String method, String path, JsonNode body) {
        HttpResponse<byte[]> answer;
        try {
            answer = send(method, path, body);
        } catch (IOException failure) {
            throw unreachable(failure);
        }
        if (answer.statusCode() == UNAUTHORIZED && token != null) {
            throw gone.get();
        }
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new Refusal(Problems.describe(answer.statusCode(), answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new Refusal(base + " の応答を読めません", "The answer of " + base + path + " is not JSON");
        }
    }

    /**
     * Sends a request and returns the answer as it came, whatever its status.
     *
     * @param method the method
     * @param path   the path from {@code /api} on
     * @param body   what to send as JSON, or {@code null}
     * @return the answer
     * @throws IOException where there is none
     */
    public HttpResponse<byte[]> send(String method, String path, JsonNode body) throws IOException {
        BodyPublisher content = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT)
                .method(method, content).header("Accept-Language", LANGUAGE);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Puts a failure to reach the system into words.
     *
     * @param failure what happened
     * @return the refusal
     */
    public Refusal unreachable(IOException failure) {
        if (failure instanceof HttpTimeoutException && !(failure.getCause() instanceof ConnectException)) {
            return new Refusal("システムの返事がありません(" + base + ")。しばらくしてから、もう一度お試しください",
                    "The system does not answer at " + base + "; try again later");
        }
        return gone.get();
    }
}
