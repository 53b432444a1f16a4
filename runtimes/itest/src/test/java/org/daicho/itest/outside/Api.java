package org.daicho.itest.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The REST API of a running system as one account sees it. Safe for use by many threads.
 */
public final class Api {

    /** The account that the first start makes. */
    public static final String ADMIN = "admin";

    /** The password that {@link DaichoProcess#run} gives it. */
    public static final String ADMIN_PASSWORD = "itest-Admin-2026";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String root;
    private final String authorization;

    private Api(HttpClient client, String root, String authorization) {
        this.client = client;
        this.root = root;
        this.authorization = authorization;
    }

    /** Calls a running system without an account. */
    public static Api of(DaichoProcess process) {
        return at(process.port());
    }

    /** Calls what listens on a port of this machine, without an account. */
    public static Api at(int port) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Api(client, "http://127.0.0.1:" + port, null);
    }

    /** Calls it as the first operator. */
    public static Api admin(DaichoProcess process) {
        return of(process).as(ADMIN, ADMIN_PASSWORD);
    }

    /** Returns the same system as an account sees it. */
    public Api as(String account, String password) {
        return new Api(client, root, basic(account, password));
    }

    /** Returns the same system as the holder of a token sees it. */
    public Api bearing(String token) {
        return new Api(client, root, "Bearer " + token);
    }

    /** Returns a {@code Basic} authorization. */
    public static String basic(String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /**
     * Sends a GET.
     *
     * @param path    from the root, encoded
     * @param headers names and values in turn
     */
    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends a POST of JSON, or without a body where it is {@code null}. */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends a PUT of JSON. */
    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends a DELETE. */
    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /**
     * Sends a request.
     *
     * @param method  the method
     * @param path    from the root, encoded
     * @param body    a text or bytes that go as they are, anything else as JSON; or {@code null}
     * @param headers names and values in turn; they stand above those that would be set
     */
    public Answer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(LIMIT).method(method,
                publisher(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> answer = Front.seen(client.send(request.build(), BodyHandlers.ofByteArray()));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Makes an account as an operator; its person is named like it. */
    public Answer account(String name, String displayName, String password, Object... roles) {
        return post("/api/access/users", Map.of("name", name, "displayName", displayName, "password", password,
                "roles", roles));
    }

    private static BodyPublisher publisher(Object body) {
        try {
            return body == null
                    ? BodyPublishers.noBody()
                    : body instanceof String text
                            ? BodyPublishers.ofString(text)
                            : BodyPublishers.ofByteArray(body instanceof byte[] bytes
                                    ? bytes
                                    : JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An answer.
     *
     * @param status  the status
     * @param headers the headers
     * @param bytes   the body
     */
    public record Answer(int status, HttpHeaders headers, byte[] bytes) {

        /** Returns a header, or {@code null}. */
        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** Returns the body as text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Returns the body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(this.toString(), e);
            }
        }

        /** Fails unless it has a status, saying what it has; returns itself. */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but was " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + headers.map() + "\n" + text();
        }
    }
}
