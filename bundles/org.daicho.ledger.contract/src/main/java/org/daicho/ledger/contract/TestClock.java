package org.daicho.ledger.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Its zone is Asia/Tokyo. Safe for use by many threads.
 */
public final class TestClock extends Clock {

    /** The zone whose days count. */
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** The day on which a test's clock starts, a Monday. */
    public static final LocalDate START = LocalDate.of(2026, 11, 23);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(morning(START));

    /** Moves the clock to nine in the morning of a day. */
    public void goTo(LocalDate day) {
        now.set(morning(day));
    }

    /** Returns the day in Asia/Tokyo. */
    public LocalDate today() {
        return LocalDate.ofInstant(now.get(), TOKYO);
    }

    @Override
    public ZoneId getZone() {
        return TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(TOKYO).toInstant();
    }
}
