package org.daicho.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.daicho.ledger.rules.Days;

/**
 * A clock that goes on only when it is told to.
 */
public final class TestClock extends Clock {

    private volatile Instant now;

    /** Stands at a time. */
    public TestClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Goes on by a span. */
    public void pass(Duration span) {
        now = now.plus(span);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Days.TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
