package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.form.SheetPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11", "2026-04..2026-09", "2026-04..2026-04", "current"})
    void knowsThePeriodsOfSheets(String period) {
        assertEquals(SheetPeriod.parse(period), Periods.sheet(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-1", "2026-11-23", "2026-09..2026-04", "..", "2026-04..",
            "2026-04...2026-09", "Current", "-026-11", "+026-11", "２０２６-11"})
    void findsNothingUnderOthers(String period) {
        assertEquals(LedgerException.Kind.NOT_FOUND,
                assertThrows(LedgerException.class, () -> Periods.sheet(period)).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04..2026-09", "open", "2026-00"})
    void checksOnlyMonthsAndLivingLists(String period) {
        assertEquals("2026-11", Periods.check("2026-11").toString());
        assertEquals(SheetPeriod.CURRENT, Periods.check("current"));
        assertThrows(LedgerException.class, () -> Periods.check(period));
    }
}
