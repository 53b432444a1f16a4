package org.daicho.bench.figures;

import java.util.Locale;

/**
 * What a figure counts, and how it is written.
 */
public enum Unit {
    /** A second; more is better. */
    PER_SECOND("%,.0f/s", 1),
    /** Nanoseconds, written in seconds; less is better. */
    SECONDS("%.2f s", 1e9),
    /** Nanoseconds, written in milliseconds; less is better. */
    MILLIS("%,.0f ms", 1e6),
    /** Bytes, written in megabytes; less is better. */
    MEGABYTES("%,.1f MB", 1e6),
    /** Bytes; less is better. */
    BYTES("%,.0f B", 1);

    private final String format;
    private final double scale;

    Unit(String format, double scale) {
        this.format = format;
        this.scale = scale;
    }

    /** Writes a value with its unit. */
    String text(double value) {
        return String.format(Locale.ROOT, format, value / scale);
    }

    /** Writes a median and, where there were several rounds, its spread. */
    public String text(Series series) {
        String median = text(series.median());
        return series.values().size() == 1
                ? median
                : median + " (" + number(series.lowest()) + "–" + number(series.highest()) + ")";
    }

    private String number(double value) {
        return text(value).replaceAll("[ /]?[a-zA-Z]+$", "");
    }
}
