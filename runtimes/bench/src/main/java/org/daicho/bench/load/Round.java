package org.daicho.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One round of calls.
 *
 * @param calls how many were answered
 * @param nanos from the first call's begin to the last one's end
 * @param p50   half of the calls took no longer, in nanoseconds
 * @param p99   99 of 100 took no longer
 * @param max   the longest
 */
public record Round(long calls, long nanos, long p50, long p99, long max) {

    private static final double SECOND = 1e9;

    /** Puts a round together from how long each call of each caller took. */
    static Round of(long nanos, List<long[]> callers) {
        long[] all = new long[callers.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (long[] each : callers) {
            System.arraycopy(each, 0, all, at, each.length);
            at += each.length;
        }
        Arrays.sort(all);
        return new Round(all.length, nanos, percentile(all, 50), percentile(all, 99), percentile(all, 100));
    }

    /** The nearest rank: the smallest value that so many of 100 do not exceed. */
    static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    /** Returns calls a second. */
    public double perSecond() {
        return calls * SECOND / nanos;
    }

    /** Returns it as one line, to be read by {@link #parse}. */
    public String toLine() {
        return String.format(Locale.ROOT, "%d %d %d %d %d", calls, nanos, p50, p99, max);
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @param line the line
     * @return the round
     */
    public static Round parse(String line) {
        long[] values = Arrays.stream(line.strip().split(" ")).mapToLong(Long::parseLong).toArray();
        return new Round(values[0], values[1], values[2], values[3], values[4]);
    }
}
