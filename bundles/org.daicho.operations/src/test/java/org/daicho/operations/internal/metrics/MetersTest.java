package org.daicho.operations.internal.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.ledger.Duties;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersTest {

    private final Meters meters = new Meters();

    private String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meters.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void request(String method, String route, String servletPath, FilterChain chain) throws Exception {
        HttpServletRequest request = Fakes.of(HttpServletRequest.class, (proxy, called, arguments) -> switch (called
                .getName()) {
        case "getMethod" -> method;
        case "getServletPath" -> servletPath;
        case "getAttribute" -> arguments[0].equals(RequestMeter.ROUTE) ? route : null;
        default -> null;
        });
        HttpServletResponse response = Fakes.of(HttpServletResponse.class, (proxy, called, arguments) -> 201);
        new RequestMeter(meters).doFilter(request, response, chain);
    }

    @Test
    void aRequestCountsUnderItsApplication() throws Exception {
        request("POST", "/api/ledgers/{ledger}/entries", "/api/ledgers", (request, response) -> {
        });
        assertTrue(written().contains(
                "daicho_http_requests_total{application=\"ledgers\",method=\"post\",status=\"201\"} 1.0"), written());
    }

    @Test
    void whatACallerMakesUpIsNoLabel() throws Exception {
        request("TARO", null, "/takao/taro", (request, response) -> {
        });
        assertTrue(written().contains(
                "daicho_http_requests_total{application=\"other\",method=\"other\",status=\"201\"} 1.0"), written());
        assertFalse(written().contains("taro"));
    }

    @Test
    void aRequestThatFailsCountsAsOne() throws Exception {
        try {
            request("GET", null, "/system/health", (request, response) -> {
                throw new ServletException();
            });
        } catch (ServletException expected) {
            assertTrue(written().contains(
                    "daicho_http_requests_total{application=\"system\",method=\"get\",status=\"500\"} 1.0"), written());
            return;
        }
        assertEquals("thrown on", "swallowed");
    }

    @Test
    void theLedgersFiguresAreThere() throws Exception {
        Duty duty = new Duty("k", "assets.inventory", "2-3(2)", new Text("点検", "check"), LocalDate.of(2026, 1, 1),
                new Person("p", "高尾"));
        LedgerMeter meter = new LedgerMeter(meters, Fakes.ledger(new LedgerState(true, true, 3, 41, 40)),
                (caller, day) -> List.of(duty));
        String written = written();
        for (String line : List.of("daicho_ledger_queue 3.0", "daicho_log_leaves 41.0", "daicho_log_kept_leaves 40.0",
                "daicho_ledger_writes_total{kind=\"enter\"} 4.0", "daicho_ledger_refusals_total{kind=\"invalid\"} 5.0",
                "daicho_ledger_batch_size_bucket{writer=\"ledger\",le=\"2.0\"} 5",
                "daicho_rule_duration_seconds_count{module=\"assets\"} 6",
                "daicho_ledger_entries{ledger=\"assets.inventory\"} 7.0",
                "daicho_duties_overdue{ledger=\"assets.inventory\"} 1.0")) {
            assertTrue(written.contains(line), line + " in " + written);
        }
        assertFalse(written.contains("高尾"));
        meter.leave();
        assertFalse(written().contains("daicho_ledger"));
    }

    @Test
    void aFigureThatCanNotBeFoundOutIsLeftOutAlone() throws Exception {
        Duties failing = (caller, day) -> {
            throw new IllegalStateException();
        };
        new LedgerMeter(meters, Fakes.ledger(new LedgerState(true, true, 0, 1, 1)), failing);
        assertFalse(written().contains("daicho_duties_open"));
        assertTrue(written().contains("daicho_ledger_entries"));
    }

    @Test
    void theDatabasesFilesAreAddedUp(@TempDir Path data) throws Exception {
        Path database = Files.createDirectories(data.resolve("database/seg0")).getParent();
        Files.write(database.resolve("a"), new byte[1000]);
        Files.write(database.resolve("seg0/b"), new byte[24]);
        new FilesMeter(meters, data);
        assertTrue(written().contains("daicho_database_bytes 1024.0"), written());
        assertTrue(written().contains("daicho_disk_free_bytes"));
    }

    @Test
    void theJvmIsThere() throws Exception {
        for (String name : List.of("jvm_memory_used_bytes", "jvm_threads_current", "jvm_gc_collection_seconds")) {
            assertTrue(written().contains(name), name);
        }
    }
}
