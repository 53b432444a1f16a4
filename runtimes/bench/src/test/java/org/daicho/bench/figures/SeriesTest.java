package org.daicho.bench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void theMedianCountsAndTheEndsAreTheSpread() {
        Series odd = Series.of(5, 1, 3);
        assertEquals(3, odd.median());
        assertEquals(1, odd.lowest());
        assertEquals(5, odd.highest());
        assertEquals(2.5, Series.of(4, 1, 2, 3).median());
        assertThrows(IllegalArgumentException.class, () -> new Series(List.of()));
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        assertEquals(Series.of(0.5, 2, 0.25), Series.of(1, 4, 1).over(Series.of(2, 2, 4)));
    }

    @Test
    void withAnotherNumberOfRoundsTheBaselineIsItsMedian() {
        assertEquals(Series.of(0.5, 1), Series.of(1, 2).over(Series.of(1, 2, 9)));
    }

    @Test
    void figuresAreWrittenWithTheirUnitAndSpread() {
        assertEquals("12,346/s (1,000–20,000)", Unit.PER_SECOND.text(Series.of(1000, 12345.6, 20000)));
        assertEquals("1.50 s (1.25–2.00)", Unit.SECONDS.text(Series.of(1.25e9, 1.5e9, 2e9)));
        assertEquals("52 ms", Unit.MILLIS.text(Series.of(52e6)));
        assertEquals("1.5 MB", Unit.MEGABYTES.text(Series.of(1.5e6)));
        assertEquals("2,048 B", Unit.BYTES.text(Series.of(2048)));
    }
}
