package org.daicho.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

    @Test
    void aDayIsThatOfTokyo() {
        assertEquals(SECOND, Days.of(Instant.parse("2026-11-01T15:00:00Z")));
        assertEquals(FIRST, Days.of(OffsetDateTime.parse("2026-11-01T14:59:59Z")));
        assertNull(Days.of((OffsetDateTime) null));
    }

    @Test
    void whatWasWrongFromTheStartIsAGapOfTheSameMonth() {
        assertEquals(FIRST, Days.before(SECOND));
        assertEquals(FIRST, Days.before(FIRST));
    }

    @Test
    void anOpenEndIsTheEndOfAllDays() {
        assertEquals(FIRST, Days.earlier(null, FIRST));
        assertEquals(FIRST, Days.earlier(FIRST, null));
        assertEquals(FIRST, Days.earlier(SECOND, FIRST));
        assertEquals(SECOND, Days.later(SECOND, FIRST));
        assertFalse(Days.isAfter(SECOND, null));
        assertTrue(Days.isWithin(SECOND, FIRST, null));
        assertFalse(Days.isWithin(FIRST, SECOND, null));
        assertFalse(Days.isWithin(SECOND, null, null));
        assertFalse(Days.isWithin(SECOND, FIRST, FIRST));
    }
}
