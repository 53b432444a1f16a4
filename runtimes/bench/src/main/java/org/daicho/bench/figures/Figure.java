package org.daicho.bench.figures;

/**
 * One row of the table.
 *
 * @param name     what was measured
 * @param unit     what it counts
 * @param value    Daicho's
 * @param latency  how long single calls took, or an empty text
 * @param beside   what the baseline is
 * @param baseline the baseline's
 */
public record Figure(String name, Unit unit, Series value, String latency, String beside, Series baseline) {

    /** Returns how Daicho's stands to the baseline's. */
    public Series ratio() {
        return value.over(baseline);
    }
}
