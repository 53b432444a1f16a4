package org.daicho.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration SHORT = Duration.ofMillis(30);

    @Test
    void everyCallIsCountedAndNoneThatWasNotMade() throws Exception {
        AtomicLong made = new AtomicLong();
        Round round = Load.run(SHORT, List.of(made::incrementAndGet, made::incrementAndGet));
        assertEquals(made.get(), round.calls());
        assertTrue(round.calls() > 0);
        assertTrue(round.p50() <= round.p99() && round.p99() <= round.max() && round.max() <= round.nanos());
    }

    @Test
    void callersCallAtTheSameTime() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Call call = () -> {
            threads.add(Thread.currentThread().getName());
            together.countDown();
            together.await(); // one caller after the other would wait for ever
        };
        Load.run(SHORT, List.of(call, call, call));
        assertEquals(3, threads.size());
    }

    @Test
    void aCallThatFailsEndsTheRoundForAll() {
        Call fails = () -> {
            throw new IOException("not answered");
        };
        IOException thrown = assertThrows(IOException.class, () -> Load.run(Duration.ofHours(1), List.of(() -> {
        }, fails)));
        assertEquals("not answered", thrown.getMessage());
    }

    @Test
    void percentilesAreTheNearestRank() {
        long[] hundred = new long[100];
        for (int i = 0; i < hundred.length; i++) {
            hundred[i] = i + 1;
        }
        assertEquals(50, Round.percentile(hundred, 50));
        assertEquals(99, Round.percentile(hundred, 99));
        assertEquals(100, Round.percentile(hundred, 100));
        assertEquals(7, Round.percentile(new long[]{7}, 50));
        assertEquals(0, Round.percentile(new long[0], 99));
    }

    @Test
    void aRoundIsTheSameAfterItsLine() {
        Round round = Round.of(2_000_000_000L, List.of(new long[]{3, 1}, new long[]{2}));
        assertEquals(new Round(3, 2_000_000_000L, 2, 3, 3), round);
        assertEquals(round, Round.parse(round.toLine()));
        assertEquals(1.5, round.perSecond());
    }
}
