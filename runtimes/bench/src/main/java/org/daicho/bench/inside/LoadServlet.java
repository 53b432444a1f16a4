package org.daicho.bench.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

import org.daicho.bench.load.Asset;
import org.daicho.bench.load.Call;
import org.daicho.bench.load.Load;
import org.daicho.bench.load.Memory;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Submission;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Measures from inside, when it is told to: {@code POST /bench/append?callers=N&millis=N}, {@code /bench/verify},
 * {@code /bench/rows}, {@code /bench/heap}. It is in the benchmark's own distributions only.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/bench/*")
public final class LoadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LEDGER = "assets.inventory";
    private static final Caller STAFF = new Caller("bench", new Person("bench", "測定"),
            List.of(new RoleGrant(Role.STAFF, null, null, Set.of())), null, null);
    private static final List<String> TABLES = List.of("ledger_leaf", "ledger_node", "ledger_version", "ledger_entry",
            "ledger_term", "ledger_repeat");

    private final transient Ledger ledger;
    private final transient LedgerLog log;
    private final transient DataSource source;

    /** Measures these services. */
    @Activate
    public LoadServlet(@Reference Ledger ledger, @Reference LedgerLog log, @Reference DataSource source) {
        this.ledger = ledger;
        this.log = log;
        this.source = source;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            String answer = switch (request.getPathInfo()) {
            case "/append" -> append(number(request, "callers"), number(request, "millis"));
            case "/verify" -> verify();
            case "/rows" -> Long.toString(rows());
            case "/heap" -> Long.toString(Memory.live());
            default -> throw new IllegalArgumentException(request.getPathInfo());
            };
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }

    private String append(int callers, int millis) throws Exception {
        Call call = () -> ledger.enter(STAFF, LEDGER, new Submission(Asset.next(), null, Map.of(), null));
        return Load.run(Duration.ofMillis(millis), Collections.nCopies(callers, call)).toLine();
    }

    /** Leaves and nanoseconds. */
    private String verify() {
        long begin = System.nanoTime();
        Verification found = log.verify(done -> {
            // Nobody looks.
        });
        long nanos = System.nanoTime() - begin;
        if (!found.ok()) {
            throw new IllegalStateException(found.finding().en());
        }
        return found.treeSize() + " " + nanos;
    }

    private long rows() throws SQLException {
        long rows = 0;
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }
}
