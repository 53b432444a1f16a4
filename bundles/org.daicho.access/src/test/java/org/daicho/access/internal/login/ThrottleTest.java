package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.daicho.access.internal.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4-2(2): who guesses passwords is slowed down")
class ThrottleTest {

    private final TestClock clock = new TestClock("2026-11-23T00:00:00Z");
    private final Throttle throttle = new Throttle(5, clock);

    private void fail(String key, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(key);
        }
    }

    @Test
    void fourFailuresCostNothing() {
        fail("a", 4);
        assertEquals(Optional.empty(), throttle.remaining("a"));
    }

    @Test
    void eachFailureFromTheFifthOnDoublesTheWaitUpToAQuarterOfAnHour() {
        fail("a", 4);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            throttle.failed("a");
            waits.add(throttle.remaining("a").orElseThrow().toSeconds());
        }
        assertEquals(List.of(10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L), waits);
    }

    @Test
    void theWaitEnds() {
        fail("a", 5);
        clock.pass(Duration.ofSeconds(9));
        assertEquals(Optional.of(Duration.ofSeconds(1)), throttle.remaining("a"));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), throttle.remaining("a"));
    }

    @Test
    void onlyTheFailureThatBeginsTheWaitsIsReported() {
        List<Boolean> reported = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            reported.add(throttle.failed("a").isPresent());
        }
        assertEquals(List.of(false, false, false, false, true, false, false), reported);
    }

    @Test
    void aSuccessOrAnHourEndsTheRun() {
        fail("a", 9);
        throttle.succeeded("a");
        assertEquals(Optional.empty(), throttle.remaining("a"));
        fail("a", 4);
        clock.pass(Duration.ofHours(1));
        assertTrue(throttle.failed("a").isEmpty(), "the fifth failure comes too late to count with the four");
    }

    @Test
    void onesFailuresAreNotAnothers() {
        fail("a", 5);
        assertEquals(Optional.empty(), throttle.remaining("b"));
    }

    @Test
    void memoryIsBoundedAndWhoIsQuietLongestIsForgottenFirst() {
        fail("old", 5);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("name" + i);
        }
        assertEquals(Optional.empty(), throttle.remaining("old"));
        fail("name9999", 4);
        assertTrue(throttle.remaining("name9999").isPresent());
    }
}
