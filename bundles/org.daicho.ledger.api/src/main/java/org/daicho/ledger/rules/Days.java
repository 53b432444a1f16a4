package org.daicho.ledger.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.daicho.ledger.value.Entry;

/**
 * Days as the council counts them.
 */
public final class Days {

    /** The zone whose days count, wherever the host stands. */
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {
    }

    /** Returns the day of an instant. */
    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, TOKYO);
    }

    /** Returns the day of a time, or {@code null} where that is {@code null}. */
    public static LocalDate of(OffsetDateTime at) {
        return at == null ? null : of(at.toInstant());
    }

    /** Returns the day on which an entry was first written. */
    public static LocalDate created(Entry entry) {
        return of(entry.createdAt());
    }

    /**
     * Returns when something that was wrong on a day from the start was due: the day before, as far as that lies in the
     * same month. It is a gap of that month's check at once.
     */
    public static LocalDate before(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.minusDays(1);
    }

    /** Returns the earlier of two days, where {@code null} is the end of all days. */
    public static LocalDate earlier(LocalDate a, LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    /** Returns the later of two days, neither of them {@code null}. */
    public static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** Tells whether a day lies after another; nothing does where one is {@code null}. */
    public static boolean isAfter(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }

    /** Tells whether a day lies in a span, whose last day may be open; in none that has no first day. */
    public static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && from != null && !day.isBefore(from) && !isAfter(day, to);
    }
}
