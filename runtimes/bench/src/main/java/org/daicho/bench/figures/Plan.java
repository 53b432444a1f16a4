package org.daicho.bench.figures;

import java.util.List;

/**
 * How long to measure.
 *
 * @param runtimes which runtimes to start, {@code minimal} last
 * @param callers how many callers at once, one figure for each, the most last
 * @param heat    how long each kind of call is made before its first round, in milliseconds, so that Java compiles it
 * @param warmUp  rounds before the ones that count
 * @param rounds  rounds that count
 * @param millis  how long one round takes
 * @param starts  how often a system is started, a module added, a log verified
 */
public record Plan(List<String> runtimes, List<Integer> callers, long heat, int warmUp, int rounds, long millis,
        int starts) {

    private static final List<String> RUNTIMES = List.of("ogikubo", "minimal");

    /** What a report is made of; takes about a quarter of an hour. */
    public static final Plan FULL = new Plan(RUNTIMES, List.of(1, 16, 64), 20_000, 1, 5, 2000, 5);

    /** To see that it works, and the order of magnitude; takes about three minutes. */
    public static final Plan QUICK = new Plan(RUNTIMES, List.of(1, 16, 64), 3000, 0, 2, 500, 2);

    public Plan {
        runtimes = List.copyOf(runtimes);
        callers = List.copyOf(callers);
    }

    /** Returns the runtime that entries are written to. */
    public String main() {
        return runtimes.get(0);
    }

    /** Returns the most callers. */
    int most() {
        return callers.get(callers.size() - 1);
    }
}
