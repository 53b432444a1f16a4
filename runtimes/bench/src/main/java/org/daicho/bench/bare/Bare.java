package org.daicho.bench.bare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;

import org.daicho.bench.load.Asset;
import org.daicho.bench.load.Call;
import org.daicho.bench.load.Load;
import org.daicho.bench.load.Memory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * The baseline's process: Jetty, one handler, one table. {@code PUT /answer} takes the bytes that {@code GET} then
 * answers; {@code POST /single} and {@code /together} write the body as a row and answer with the same bytes;
 * {@code /bench/…} measures from inside, as in the measured system.
 */
public final class Bare extends Handler.Abstract {

    private final BareTable table;
    private volatile byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);

    private Bare(BareTable table) {
        this.table = table;
    }

    /**
     * Serves until the process is stopped.
     *
     * @param args the data folder
     * @throws Exception where it cannot start
     */
    public static void main(String[] args) throws Exception {
        BareTable table = new BareTable(Path.of(args[0]));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Bare(table));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
                table.close();
            } catch (Exception failure) {
                failure.printStackTrace();
            }
        }));
        System.out.println("Bare ready: http://127.0.0.1:" + connector.getLocalPort() + "/");
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] bytes = answer(Request.getPathInContext(request), request);
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }

    private byte[] answer(String path, Request request) throws Exception {
        switch (path) {
        case "/answer" -> {
            if ("PUT".equals(request.getMethod())) {
                answer = Content.Source.asString(request, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            }
        }
        case "/single" -> table.single(Content.Source.asString(request, StandardCharsets.UTF_8));
        case "/together" -> table.together(Content.Source.asString(request, StandardCharsets.UTF_8));
        default -> {
            return measured(path, Request.extractQueryParameters(request)).getBytes(StandardCharsets.UTF_8);
        }
        }
        return answer;
    }

    private String measured(String path, Fields query) throws Exception {
        return switch (path) {
        case "/bench/single" -> append(query, () -> table.single(Asset.nextJson()));
        case "/bench/together" -> append(query, () -> table.together(Asset.nextJson()));
        case "/bench/rows" -> Long.toString(table.rows());
        case "/bench/heap" -> Long.toString(Memory.live());
        default -> throw new IllegalArgumentException(path);
        };
    }

    private static String append(Fields query, Call call) throws Exception {
        int callers = Integer.parseInt(query.getValue("callers"));
        Duration time = Duration.ofMillis(Integer.parseInt(query.getValue("millis")));
        return Load.run(time, Collections.nCopies(callers, call)).toLine();
    }
}
