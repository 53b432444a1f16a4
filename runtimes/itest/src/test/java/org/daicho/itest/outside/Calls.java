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
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls to a running system under one account.
 */
final class Calls {

    static final String PASSWORD = "荻窪の朝はとても早い";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String authorization;

    private Calls(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    /** Calls without an account. */
    static Calls anonymous(DaichoProcess system) {
        return new Calls(system.port(), null);
    }

    /** Calls as the account that the first start makes. */
    static Calls admin(DaichoProcess system) {
        return new Calls(system.port(), basic("admin", "itest-Admin-2026"));
    }

    /** Calls under a token. */
    static Calls bearer(DaichoProcess system, String token) {
        return new Calls(system.port(), "Bearer " + token);
    }

    static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes an account with one role and returns a token of it. */
    String tokenOfNew(String account, String displayName, String role) throws IOException, InterruptedException {
        HttpResponse<String> made = send("POST", "/api/access/users", "{\"name\":\"" + account + "\",\"displayName\":\""
                + displayName + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role + "\"]}");
        assertEquals(201, made.statusCode(), made::body);
        HttpResponse<String> issued = new Calls(port, basic(account, PASSWORD)).send("POST", "/api/access/tokens",
                "{\"label\":\"itest\"}");
        assertEquals(201, issued.statusCode(), issued::body);
        return member(issued.body(), "token");
    }

    /** Returns the text of a member of a JSON object. */
    static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        assertTrue(matcher.find(), json);
        return matcher.group(1);
    }

    /** Sends a request with a body or without one, and further headers. */
    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Front.seen(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    /** Sends a GET. */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }
}
