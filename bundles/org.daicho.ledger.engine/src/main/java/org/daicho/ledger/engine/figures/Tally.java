package org.daicho.ledger.engine.figures;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.LongStream;

import org.daicho.ledger.operation.LedgerFigures.Distribution;

/**
 * Counts values by classes. Safe for use by many threads.
 */
public final class Tally {

    private final double[] bounds;
    private final AtomicLongArray counts;
    private final DoubleAdder sum = new DoubleAdder();

    private Tally(double... bounds) {
        this.bounds = bounds;
        counts = new AtomicLongArray(bounds.length + 1);
    }

    /** Makes one for sizes, up to the writer's largest batch. */
    public static Tally sizes() {
        return new Tally(1, 2, 4, 8, 16, 32, 64, 128, 256);
    }

    /** Makes one for times in seconds, up to the deadline of a rule. */
    public static Tally seconds() {
        return new Tally(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5);
    }

    /** Counts a value. */
    public void add(double value) {
        int place = Arrays.binarySearch(bounds, value);
        counts.incrementAndGet(place < 0 ? -place - 1 : place);
        sum.add(value);
    }

    /** Returns what was counted. */
    public Distribution distribution() {
        return new Distribution(Arrays.stream(bounds).boxed().toList(),
                LongStream.range(0, counts.length()).mapToObj(i -> counts.get((int) i)).toList(), sum.sum());
    }
}
