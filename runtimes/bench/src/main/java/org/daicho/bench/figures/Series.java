package org.daicho.bench.figures;

import java.util.Arrays;
import java.util.List;

/**
 * One figure of several rounds. The median counts; the lowest and the highest are its spread.
 *
 * @param values the rounds' figures in their order
 */
public record Series(List<Double> values) {

    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no rounds");
        }
    }

    /** A figure that was taken once. */
    public static Series of(double... values) {
        return new Series(Arrays.stream(values).boxed().toList());
    }

    /** Returns the median; of an even number of rounds the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Returns the lowest. */
    public double lowest() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Returns the highest. */
    public double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /**
     * Returns how this stands to a baseline: round by round where they have as many, as both were then measured right
     * after one another; else each round against the baseline's median.
     */
    public Series over(Series baseline) {
        double[] ratios = new double[values.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = values.get(i)
                    / (baseline.values.size() == ratios.length ? baseline.values.get(i) : baseline.median());
        }
        return of(ratios);
    }
}
