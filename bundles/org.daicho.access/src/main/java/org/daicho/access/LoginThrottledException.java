package org.daicho.access;

import java.time.Duration;
import java.util.Objects;

/**
 * A login that was refused without a look at the password, because too many failed before it.
 */
public class LoginThrottledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Makes a refusal.
     *
     * @param retryAfter how long to wait before the next try; never {@code null}
     */
    public LoginThrottledException(Duration retryAfter) {
        super("Too many failed logins; retry after " + retryAfter.toSeconds() + " s");
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /** Returns how long to wait before the next try. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the wait in whole seconds, rounded up, as {@code Retry-After} has it (RFC 9110, 10.2.3). */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
