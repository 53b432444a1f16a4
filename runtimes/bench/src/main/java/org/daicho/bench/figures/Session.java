package org.daicho.bench.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.daicho.bench.system.HttpConnection;
import org.daicho.bench.system.Runtimes;
import org.daicho.bench.system.ServerProcess;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A running system with an account of the staff, and the baseline that runs beside it.
 *
 * @param system   the system
 * @param bare     the baseline
 * @param operator the token of the operator
 * @param staff    a token of a member of the staff
 */
public record Session(ServerProcess system, ServerProcess bare, String operator, String staff)
        implements
            AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Starts both on data folders of one name, and makes the account. */
    public static Session open(Runtimes runtimes, String runtime, String data) throws IOException {
        ServerProcess system = runtimes.start(runtime, data);
        try {
            String operator = operator(runtimes.data(data));
            String staff = staff(system, operator);
            return new Session(system, runtimes.startBare(data + "-bare"), operator, staff);
        } catch (IOException | RuntimeException failure) {
            system.close();
            throw failure;
        }
    }

    /** The token that a running system leaves for the commands of who started it. */
    static String operator(Path data) throws IOException {
        return JSON.readTree(data.resolve("run.json").toFile()).required("token").asText();
    }

    static String staff(ServerProcess system, String operator) throws IOException {
        try (HttpConnection connection = system.connect()) {
            connection.expect(201, HttpConnection.request("POST", "/api/access/users", operator,
                    "{\"name\":\"staff\",\"displayName\":\"佐藤\",\"password\":\"" + Runtimes.PASSWORD
                            + "\",\"roles\":[\"staff\"],\"mustChange\":false}"));
            return JSON.readTree(connection.expect(201, HttpConnection.request("POST", "/api/access/tokens", operator,
                    "{\"label\":\"bench\",\"account\":\"staff\"}")).body()).required("token").asText();
        }
    }

    /** Returns how many leaves the log has, as its checkpoint says in the second line. */
    long leaves() throws IOException {
        try (HttpConnection connection = system.connect()) {
            String checkpoint = connection
                    .expect(200, HttpConnection.request("GET", "/api/log/checkpoint", null, null)).text();
            return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
        }
    }

    /** Has the baseline answer with these bytes. */
    void answer(byte[] bytes) throws IOException {
        try (HttpConnection connection = bare.connect()) {
            connection.expect(200, HttpConnection.request("PUT", "/answer", null,
                    new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            system.close();
        } finally {
            bare.close();
        }
    }
}
