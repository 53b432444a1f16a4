package org.daicho.chapter.facilities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lists are those that the Cabinet Office publishes (「国民の祝日」について, syukujitsu.csv), with substitutes and days between.
 */
class HolidaysTest {

    @ParameterizedTest(name = "5-5 The national holidays of {0}")
    @CsvSource({
            "2019, 1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23",
            "2020, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
            "2021, 1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
            "2022, 1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
            "2023, 1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
            "2024, 1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
            "2025, 1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
            "2026, 1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
            "2027, 1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"})
    void areThoseOfTheLaw(int year, String days) {
        assertEquals(Stream.of(days.split(" ")).map(day -> day(year, day)).toList(), List.copyOf(Holidays.of(year)));
    }

    @Test
    @DisplayName("5-5 Before the Mountain Day and the abdication: 2009 has its day between, 2015 no August 11")
    void olderYears() {
        assertTrue(Holidays.of(2009).containsAll(Set.of(day(2009, "5/6"), day(2009, "9/22"), day(2009, "12/23"))));
        assertFalse(Holidays.includes(LocalDate.of(2015, 8, 11)));
        assertFalse(Holidays.includes(LocalDate.of(2019, 12, 23)));
    }

    @Test
    @DisplayName("5-5 The equinoxes run through the century; beyond the formula no day is a holiday")
    void endsOfTheFormula() {
        assertEquals(Set.of("3/19", "9/22"), equinoxes(2096));
        assertEquals(Set.of("3/20", "9/22"), equinoxes(2098));
        assertTrue(Holidays.includes(LocalDate.of(2099, 9, 23)));
        assertTrue(Holidays.of(2100).isEmpty());
        assertTrue(Holidays.of(2006).isEmpty());
    }

    private static Set<String> equinoxes(int year) {
        return Holidays.of(year).stream().filter(d -> d.getMonthValue() == 3 || d.getMonthValue() == 9)
                .filter(d -> d.getDayOfMonth() >= 19 && d.getDayOfMonth() <= 24)
                .filter(d -> d.getMonthValue() == 3 || d.getDayOfMonth() >= 22)
                .map(d -> d.getMonthValue() + "/" + d.getDayOfMonth()).collect(Collectors.toSet());
    }

    private static LocalDate day(int year, String day) {
        String[] parts = day.split("/");
        return LocalDate.of(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
