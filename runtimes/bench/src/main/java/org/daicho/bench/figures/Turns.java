package org.daicho.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import org.daicho.bench.load.Round;

/**
 * Rounds of what is compared, in turns, so that what else the machine does meanwhile meets all of them.
 *
 * @param rounds the rounds that count, in their order
 */
record Turns(List<Round> rounds) {

    private static final double MILLI = 1e6;

    /** Makes rounds. */
    @FunctionalInterface
    interface Source {

        Round round(int callers, long millis) throws Exception;
    }

    /** Has each source called for a while, before anything of it counts. */
    static void heat(Plan plan, Source... sources) throws Exception {
        for (Source each : sources) {
            each.round(plan.most(), plan.heat());
        }
    }

    /** Takes turns and returns the rounds of each source. */
    static List<Turns> take(Plan plan, int callers, Source... sources) throws Exception {
        List<List<Round>> all = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            all.add(new ArrayList<>());
        }
        for (int turn = 0; turn < plan.warmUp() + plan.rounds(); turn++) {
            for (int i = 0; i < sources.length; i++) {
                Round round = sources[i].round(callers, plan.millis());
                if (round.calls() == 0) {
                    throw new IllegalStateException("a round without a call");
                }
                if (turn >= plan.warmUp()) {
                    all.get(i).add(round);
                }
            }
        }
        return all.stream().map(Turns::new).toList();
    }

    Series perSecond() {
        return new Series(rounds.stream().map(Round::perSecond).toList());
    }

    /** The medians of the rounds' p50 and p99, and the longest call of all rounds. */
    String latency() {
        return millis(median(Round::p50)) + " · " + millis(median(Round::p99)) + " · "
                + millis(rounds.stream().mapToLong(Round::max).max().orElseThrow());
    }

    private double median(ToLongFunction<Round> value) {
        return new Series(rounds.stream().map(round -> (double) value.applyAsLong(round)).toList()).median();
    }

    private static String millis(double nanos) {
        double millis = nanos / MILLI;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }
}
