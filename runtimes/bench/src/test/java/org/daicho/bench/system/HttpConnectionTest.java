package org.daicho.bench.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class HttpConnectionTest {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/length", exchange -> answer(exchange, 200, false));
        server.createContext("/chunked", exchange -> answer(exchange, 200, true));
        server.createContext("/refused", exchange -> answer(exchange, 403, false));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Answers with what was sent, and with whose token. */
    private static void answer(HttpExchange exchange, int status, boolean chunked) throws IOException {
        byte[] body = (exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, chunked ? 0 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void oneConnectionTakesOneAnswerAfterTheOther() throws IOException {
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
            for (String path : new String[]{"/length", "/chunked", "/length"}) {
                byte[] request = HttpConnection.request("POST", path, "secret", "名簿");
                assertEquals("Bearer secret 名簿", connection.expect(200, request).text());
            }
        }
    }

    @Test
    void anotherStatusIsAFailureThatSaysWhatWasAnswered() throws IOException {
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
            byte[] request = HttpConnection.request("GET", "/refused", null, null);
            IOException refused = assertThrows(IOException.class, () -> connection.expect(200, request));
            assertTrue(refused.getMessage().contains("403"), refused.getMessage());
        }
    }

    @Test
    void anAnswerThatIsCutOffIsAFailure() throws Exception {
        try (ServerSocket cuts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpConnection connection = new HttpConnection(cuts.getLocalPort());
                Socket accepted = cuts.accept()) {
            InputStream in = accepted.getInputStream();
            accepted.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes());
            accepted.shutdownOutput();
            assertThrows(EOFException.class,
                    () -> connection.send(HttpConnection.request("GET", "/", null, null)));
            assertTrue(in.available() > 0);
        }
    }
}
