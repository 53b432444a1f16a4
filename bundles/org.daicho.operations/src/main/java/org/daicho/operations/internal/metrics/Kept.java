package org.daicho.operations.internal.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that takes work to find out, kept for a while. Safe for use by many threads.
 *
 * @param <T> the type of the value
 */
final class Kept<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final long nanos;
    private final Supplier<T> source;
    private T value;
    private long found;

    Kept(Duration time, Supplier<T> source) {
        this.nanos = time.toNanos();
        this.source = source;
    }

    /** Returns the value, found out anew where it is too old. */
    synchronized T get() {
        long now = System.nanoTime();
        if (value == null || now - found > nanos) {
            value = source.get();
            found = now;
        }
        return value;
    }

    /** Returns the value, or empty where it can't be found out. */
    Optional<T> find() {
        try {
            return Optional.of(get());
        } catch (RuntimeException e) {
            LOG.debug("A figure can't be found out.", e);
            return Optional.empty();
        }
    }
}
