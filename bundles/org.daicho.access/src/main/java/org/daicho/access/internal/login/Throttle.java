package org.daicho.access.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: from some failure on in a row, a key has to wait before the next try, twice as long each time, up
 * to 15 minutes. A success ends the series, so does an hour without a failure. Safe for use by many threads; holds at
 * most 10,000 series, the one that was quiet longest goes first.
 */
public final class Throttle {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final int MOST_SERIES = 10_000;
    private static final int MOST_DOUBLINGS = 10;

    private final int free;
    private final Clock clock;
    private final Map<String, Series> series = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Series> eldest) {
            return size() > MOST_SERIES;
        }
    };

    /**
     * Makes a throttle.
     *
     * @param free  the number of failures after which the waits begin
     * @param clock tells the time
     */
    public Throttle(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /**
     * Failures in a row.
     *
     * @param failures how many
     * @param since    when the first was
     * @param last     when the last was
     * @param until    when the next try is allowed
     */
    public record Series(int failures, Instant since, Instant last, Instant until) {
    }

    /** Returns how long a key has still to wait, or empty where it may try. */
    public synchronized Optional<Duration> remaining(String key) {
        Series now = series.get(key);
        Duration left = now == null ? Duration.ZERO : Duration.between(clock.instant(), now.until());
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /**
     * Counts a failure.
     *
     * @param key whose
     * @return the series where this failure is the one that begins its waits, else empty
     */
    public synchronized Optional<Series> failed(String key) {
        Instant now = clock.instant();
        Series before = series.get(key);
        boolean goesOn = before != null && now.isBefore(before.last().plus(FORGET));
        int failures = goesOn ? before.failures() + 1 : 1;
        Series after = new Series(failures, goesOn ? before.since() : now, now, now.plus(waitAfter(failures)));
        series.put(key, after);
        return failures == free ? Optional.of(after) : Optional.empty();
    }

    /** Ends a key's series. */
    public synchronized void succeeded(String key) {
        series.remove(key);
    }

    private Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
