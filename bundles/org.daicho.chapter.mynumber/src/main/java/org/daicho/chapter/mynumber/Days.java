package org.daicho.chapter.mynumber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Days as the council counts them.
 */
final class Days {

    /** The zone whose days count. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {
    }

    /** Returns the day of an instant. */
    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, TOKYO);
    }

    /** Returns the day of a time, or {@code null}. */
    static LocalDate of(OffsetDateTime at) {
        return at == null ? null : of(at.toInstant());
    }

    /**
     * Returns when something that was wrong on a day from the start was due: the day before, as far as that lies in the
     * same month. It is a gap of that month's check at once.
     */
    static LocalDate before(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.minusDays(1);
    }

    /** Returns the last day of a day's fiscal year (年度), which begins in April. */
    static LocalDate fiscalYearEnd(LocalDate day) {
        int year = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() : day.getYear() + 1;
        return LocalDate.of(year, Month.MARCH, 31);
    }

    /** Tells whether a day lies after another; nothing does where one is {@code null}. */
    static boolean isAfter(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }
}
