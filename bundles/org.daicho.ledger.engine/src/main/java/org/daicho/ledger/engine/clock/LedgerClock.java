package org.daicho.ledger.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Tells the time and the day of the ledgers, whose days and months are those of Asia/Tokyo, wherever the host stands.
 */
public final class LedgerClock {

    /** The zone whose days and months count. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    /** Goes by a clock of any zone. */
    public LedgerClock(Clock clock) {
        this.clock = clock;
    }

    /** Returns the day that a moment lies in. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Returns this moment. */
    public Instant instant() {
        return clock.instant();
    }

    /** Returns the time in Asia/Tokyo. */
    public OffsetDateTime now() {
        return instant().atZone(ZONE).toOffsetDateTime();
    }

    /** Returns the day in Asia/Tokyo. */
    public LocalDate today() {
        return day(instant());
    }
}
