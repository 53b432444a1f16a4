package org.daicho.bench.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.daicho.bench.load.Call;
import org.daicho.bench.load.Load;
import org.daicho.bench.load.Round;
import org.daicho.bench.system.HttpConnection;
import org.daicho.bench.system.ServerProcess;

/**
 * Rounds over HTTP, each caller on a connection of its own.
 *
 * @param server  who is called
 * @param status  what every answer has to be
 * @param request makes the next request
 */
record HttpLoad(ServerProcess server, int status, Supplier<byte[]> request) implements Turns.Source {

    @Override
    public Round round(int callers, long millis) throws Exception {
        List<HttpConnection> connections = new ArrayList<>();
        try {
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                HttpConnection connection = server.connect();
                connections.add(connection);
                calls.add(() -> connection.expect(status, request.get()));
            }
            return Load.run(Duration.ofMillis(millis), calls);
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

}
