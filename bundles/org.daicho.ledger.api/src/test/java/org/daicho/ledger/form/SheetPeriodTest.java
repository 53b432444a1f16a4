package org.daicho.ledger.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetPeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11", "2026-04..2026-09", "current"})
    void isWrittenAsItIsRead(String text) {
        assertEquals(text, SheetPeriod.parse(text).toString());
    }

    @Test
    void isOneMonthHoweverItIsNamed() {
        assertEquals(SheetPeriod.parse("2026-11"), SheetPeriod.parse("2026-11..2026-11"));
        assertEquals("2026-11", SheetPeriod.parse("2026-11..2026-11").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-1", "2026-11-23", "2026-09..2026-04", "..", "2026-04..",
            "2026-04...2026-09", "Current", "-026-11", "+026-11", "２０２６-11"})
    void isNothingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> SheetPeriod.parse(text));
    }

    @Test
    void aMonthReachesFromItsFirstDayToItsLast() {
        SheetPeriod month = SheetPeriod.parse("2026-02");
        assertTrue(month.isMonth());
        assertEquals(LocalDate.of(2026, 2, 1), month.from());
        assertEquals(LocalDate.of(2026, 2, 28), month.to());
        assertTrue(month.contains(LocalDate.of(2026, 2, 28)));
        assertFalse(month.contains(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void severalMonthsAreToldOneByOne() {
        SheetPeriod months = SheetPeriod.parse("2026-11..2027-01");
        assertFalse(months.isMonth());
        assertEquals(List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2027, 1)), months.months());
    }

    @Test
    void everyDayBelongsToTheListAsItStands() {
        assertTrue(SheetPeriod.CURRENT.contains(LocalDate.MAX));
        assertEquals(List.of(), SheetPeriod.CURRENT.months());
    }
}
