package org.daicho.itest.outside;

import static org.daicho.itest.outside.Office.ASSETS;
import static org.daicho.itest.outside.Office.ROOM;
import static org.daicho.itest.outside.Office.address;
import static org.daicho.itest.outside.Office.asset;
import static org.daicho.itest.outside.Office.body;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A system that is killed while several people write.
 */
class KilledIT {

    private static final int WRITERS = 6;
    private static final int ACKNOWLEDGED = 60;

    @TempDir
    Path folder;

    /** A call, whose key makes a repeat harmless. */
    private record Call(String key, Map<String, Object> fields) {
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Path data = folder.resolve("data");
        Queue<JsonNode> acknowledged = new ConcurrentLinkedQueue<>();
        List<Call> broken = new ArrayList<>();
        Stranger.Head before;
        try (DaichoProcess process = DaichoProcess.run("ogikubo", data)) {
            Office office = Office.open(process);
            before = new Stranger(office.anyone()).head();
            CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            List<Future<Call>> ends = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Api api = i % 2 == 0 ? office.sato() : office.suzuki();
                String name = "writer" + i;
                ends.add(writers.submit(() -> write(api, name, acknowledged, enough)));
            }
            enough.await();
            process.kill();
            for (Future<Call> end : ends) {
                broken.add(end.get());
            }
            writers.shutdown();
        }
        try (DaichoProcess process = DaichoProcess.run("ogikubo", data)) {
            Office office = Office.of(process);
            holds(office, acknowledged, before);
            repeats(office, broken);
        }
        Command verified = Command.run(folder, "", "verify", "--data", data.toString());
        assertEquals(0, verified.code(), verified::toString);
    }

    /** Writes until the connection breaks; returns the call that got no answer. */
    private static Call write(Api api, String name, Queue<JsonNode> acknowledged, CountDownLatch enough) {
        for (int i = 0;; i++) {
            Call call = new Call(name + "-" + i, asset("紙媒体", name + "の書類" + i, ROOM));
            try {
                acknowledged.add(api.post(ASSETS, body(call.fields()), "Idempotency-Key", call.key()).expect(201)
                        .json());
                enough.countDown();
            } catch (UncheckedIOException gone) {
                return call;
            }
        }
    }

    private static void holds(Office office, Queue<JsonNode> acknowledged, Stranger.Head before) throws Exception {
        Stranger stranger = new Stranger(office.anyone());
        Stranger.Head head = stranger.head();
        List<byte[]> leaves = stranger.leaves(head.size());
        assertArrayEquals(head.root(), Stranger.root(leaves));
        assertArrayEquals(before.root(), Stranger.root(leaves.subList(0, (int) before.size())),
                "the log goes on from what was seen before");

        Set<Long> indexes = new TreeSet<>();
        for (JsonNode entry : acknowledged) {
            assertEquals(entry, office.sato().get(address(entry)).expect(200).json());
            JsonNode proof = office.sato().get(address(entry) + "/proof").expect(200).json();
            assertEquals(entry.get("leafIndex"), proof.get("leafIndex"));
            assertEquals(entry.get("id"), stranger.proven(proof).at("/@entry/value"));
            assertTrue(indexes.add(entry.get("leafIndex").longValue()), "two entries at one leaf");
        }
        numbersHaveNoGaps(office);
    }

    private static void numbersHaveNoGaps(Office office) {
        Set<Integer> numbers = new TreeSet<>();
        int all = 0;
        String cursor = "";
        do {
            JsonNode page = office.sato().get(ASSETS + "?limit=50" + cursor).expect(200).json();
            for (JsonNode entry : page.get("items")) {
                numbers.add(entry.at("/fields/assetNumber").intValue());
                all++;
            }
            cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").textValue();
        } while (cursor != null);
        assertEquals(all, numbers.size());
        assertEquals(all, ((TreeSet<Integer>) numbers).last());
    }

    /** Who got no answer asks again under the same key, and finds one entry, whether it was written or not. */
    private static void repeats(Office office, List<Call> broken) {
        for (int i = 0; i < broken.size(); i++) {
            Call call = broken.get(i);
            Api api = i % 2 == 0 ? office.sato() : office.suzuki();
            JsonNode first = api.post(ASSETS, body(call.fields()), "Idempotency-Key", call.key()).expect(201).json();
            JsonNode again = api.post(ASSETS, body(call.fields()), "Idempotency-Key", call.key()).expect(201).json();
            assertEquals(first.get("id"), again.get("id"));
            JsonNode found = office.sato().get(ASSETS + "?name="
                    + URLEncoder.encode((String) call.fields().get("name"),
                            StandardCharsets.UTF_8))
                    .expect(200).json();
            assertEquals(1, found.get("items").size());
        }
    }
}
