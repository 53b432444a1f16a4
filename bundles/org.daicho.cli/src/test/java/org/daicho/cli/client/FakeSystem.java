package org.daicho.cli.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server that answers with what a test has put there, and remembers what it was asked. */
public final class FakeSystem implements AutoCloseable {

    /** Answers by method and path; anything else is 404. */
    public final Map<String, Answer> answers = Collections.synchronizedMap(new HashMap<>());
    /** What came in: method, path, authorization and body. */
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;

    /** One answer. */
    public record Answer(int status, byte[] body) {
    }

    public FakeSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        requests.add(call + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = answers.getOrDefault(call, new Answer(404, new byte[0]));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public RestClient client(String token) {
        return new RestClient(address(), token, () -> new Refusal("gone", "gone"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
