package org.daicho.itest.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP byte by byte, for what no client would send.
 */
final class Wire {

    private static final int LIMIT_MILLIS = 60_000;

    private Wire() {
    }

    /**
     * An answer.
     *
     * @param status the status
     * @param head   the status line and the headers
     * @param body   the body
     */
    record Answer(int status, String head, String body) {

        /** Returns a header, or {@code null}. */
        String header(String name) {
            return head.lines().skip(1).filter(line -> line.toLowerCase(Locale.ROOT).startsWith(
                    name.toLowerCase(Locale.ROOT) + ":")).map(line -> line.substring(name.length() + 1).trim())
                    .findFirst().orElse(null);
        }
    }

    /** Sends bytes (each a character) and reads until the server hangs up. */
    static Answer send(int port, String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException refused) {
                // it has answered and hung up before it got all
            }
            String answer = new String(read(socket.getInputStream()), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new AssertionError("no answer: " + answer);
            }
            return new Answer(Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(0, end),
                    answer.substring(end + 4));
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            in.transferTo(out);
        } catch (SocketException reset) {
            // what came before the reset is the answer
        }
        return out.toByteArray();
    }
}
