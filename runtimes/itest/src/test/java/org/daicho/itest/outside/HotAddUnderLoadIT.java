package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One module comes and goes while another serves, and nobody notices.
 */
class HotAddUnderLoadIT {

    private static final int CALLERS = 8;
    private static final int WRITE_EVERY = 40;
    private static final int LIMIT_SECONDS = 300;
    private static final String ASSETS = "/api/ledgers/assets.inventory/entries";
    private static final String ASSET = "{\"fields\":{\"category\":\"紙媒体\",\"name\":\"事業報告書\",\"location\":\"書庫1\","
            + "\"specificPersonalInformation\":false}}";

    @TempDir
    Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private long[] nanos;
    /** After how many requests a cycle begins: the last ones go on while it is in its midst. */
    private int part;
    /** Opened when the requests of a cycle begin. */
    private List<CountDownLatch> begun;
    private ModuleSystem system;

    @Test
    void noneOfFourThousandRequestsFailsWhileAModuleComesAndGoesTwice() throws Exception {
        noRequestFails(4_000, 2);
    }

    @Tag("all")
    @Test
    void noneOfTwentyThousandRequestsFailsWhileAModuleComesAndGoesTenTimes() throws Exception {
        noRequestFails(20_000, 10);
    }

    private void noRequestFails(int requests, int cycles) throws Exception {
        nanos = new long[requests];
        part = requests / cycles - CALLERS;
        begun = Stream.generate(() -> new CountDownLatch(1)).limit(cycles).toList();
        try (ModuleSystem running = new ModuleSystem(folder)) {
            system = running;
            system.offer("council");
            system.offer("media");
            system.startForLong();
            system.account("staff", "staff");
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                work.add(callers.submit(this::call));
            }
            int changed = 0;
            for (; changed < cycles; changed++) {
                assertTrue(begun.get(changed).await(LIMIT_SECONDS, TimeUnit.SECONDS), "the requests came to a halt");
                system.expect(200, "PUT", "/api/modules/council");
                assertEquals(200, system.send("staff", "GET", "/api/council/clauses", null).statusCode(),
                        "its own resources answer once it was added");
                system.expect(204, "DELETE", "/api/modules/council");
                command("add");
                assertEquals(200, system.send("staff", "GET", "/api/ledgers/media.takeouts", null).statusCode());
                command("remove");
            }
            for (Future<?> each : work) {
                each.get();
            }
            callers.shutdown();
            Arrays.sort(nanos);
            System.out.printf(Locale.ROOT,
                    "hot-add under load: %d requests, %d cycles, p50 %.1f ms, max %.1f ms, %d failures%n", requests,
                    changed, nanos[requests / 2] / 1e6, nanos[requests - 1] / 1e6, failures.size());
            assertEquals(List.of(), List.copyOf(failures));
            assertEquals(cycles, changed);
        }
    }

    /** Adds media, or removes it, as IT staff do. */
    private void command(String step) throws Exception {
        try (DaichoProcess command = system.command(Map.of(), "module", step, "media", "--data",
                system.data().toString())) {
            String output = command.output();
            assertEquals(0, command.exitCode(), output);
        }
    }

    private Void call() throws Exception {
        for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
            long begin = System.nanoTime();
            boolean write = i % WRITE_EVERY == 0;
            if (i % part == 0 && i / part < begun.size()) {
                begun.get(i / part).countDown();
            }
            HttpResponse<String> answer = system.send("staff", write ? "POST" : "GET",
                    write ? ASSETS : ASSETS + "?limit=1", write ? ASSET : null);
            nanos[i] = System.nanoTime() - begin;
            if (answer.statusCode() != (write ? 201 : 200)) {
                failures.add(answer.statusCode() + " " + answer.body());
            }
        }
        return null;
    }
}
