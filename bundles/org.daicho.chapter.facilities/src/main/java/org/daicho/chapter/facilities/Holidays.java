package org.daicho.chapter.facilities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The national holidays of Japan, by rule: 国民の祝日に関する法律 (昭和23年法律第178号), Articles 2 and 3, as it has stood since 2007
 * and with the exceptions that other laws made: 2019 (平成30年法律第99号, the accession: May 1, October 22), 2020 (平成27年法律第33号,
 * the Olympic games, as amended by 平成30年法律第55号) and 2021 (the same, as amended by 令和2年法律第68号).
 * <p>
 * The days of the equinoxes are announced each February for the year after; here they come from the usual approximation
 * (暦計算研究会編『新こよみ便利帳』: 20.8431 for spring, 23.2488 for autumn, 0.242194 days a year from 1980), which holds from 1980
 * to 2099. So a holiday of a later year stands under the condition that the announcement says the same and that the law
 * stays; where it does not, the council's own calendar has the last word. Before 2007 and after 2099 no day is a holiday
 * here.
 */
final class Holidays {

    /** Since this year a substitute moves past further holidays (平成17年法律第43号). */
    private static final int FIRST_YEAR = 2007;

    /** The last year for which the formula of the equinoxes holds. */
    private static final int LAST_YEAR = 2099;

    private static final double SPRING = 20.8431;
    private static final double AUTUMN = 23.2488;
    private static final double DRIFT = 0.242194;
    private static final int EPOCH = 1980;

    /** 海の日, スポーツの日, 山の日 of the years that had the Olympic games before them. */
    private static final Map<Integer, List<MonthDay>> OLYMPIC = Map.of(
            2020, List.of(MonthDay.of(7, 23), MonthDay.of(7, 24), MonthDay.of(8, 10)),
            2021, List.of(MonthDay.of(7, 22), MonthDay.of(7, 23), MonthDay.of(8, 8)));

    /** The accession of the Emperor and its ceremony. */
    private static final List<MonthDay> ACCESSION = List.of(MonthDay.of(5, 1), MonthDay.of(10, 22));

    private Holidays() {
    }

    /** Tells whether a day is a national holiday, a substitute (振替休日) or between two holidays (国民の休日). */
    static boolean includes(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** Returns the holidays of a year in order; none of a year that the rules don't reach. */
    static Set<LocalDate> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Set.of();
        }
        Set<LocalDate> named = named(year);
        Set<LocalDate> all = new TreeSet<>(named);
        named.stream().filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY).map(day -> substitute(day, named))
                .forEach(all::add);
        named.stream().map(day -> day.plusDays(1)).filter(day -> !named.contains(day))
                .filter(day -> named.contains(day.plusDays(1))).forEach(all::add);
        return all;
    }

    /** Article 3 (2): the nearest day after it that is no national holiday. */
    private static LocalDate substitute(LocalDate sunday, Set<LocalDate> named) {
        return Stream.iterate(sunday, day -> day.plusDays(1)).filter(day -> !named.contains(day)).findFirst()
                .orElseThrow();
    }

    /** Article 2. */
    private static Set<LocalDate> named(int year) {
        Stream<MonthDay> dates = Stream.concat(Stream.of(MonthDay.of(1, 1), MonthDay.of(2, 11), MonthDay.of(4, 29),
                MonthDay.of(5, 3), MonthDay.of(5, 4), MonthDay.of(5, 5), MonthDay.of(11, 3), MonthDay.of(11, 23),
                MonthDay.of(3, equinox(SPRING, year)), MonthDay.of(9, equinox(AUTUMN, year))), ofYear(year).stream());
        Stream<LocalDate> mondays = Stream.of(monday(year, 1, 2), monday(year, 9, 3));
        Stream<LocalDate> moved = OLYMPIC.containsKey(year)
                ? Stream.empty()
                : Stream.of(monday(year, 7, 3), monday(year, 10, 2));
        return Stream.concat(dates.map(date -> date.atYear(year)), Stream.concat(mondays, moved))
                .collect(Collectors.toSet());
    }

    /** The dates that not every year has: 天皇誕生日 (none in 2019), 山の日 (since 2016), and what other laws gave. */
    private static List<MonthDay> ofYear(int year) {
        List<MonthDay> dates = new ArrayList<>(OLYMPIC.getOrDefault(year, List.of()));
        if (year == 2019) {
            dates.addAll(ACCESSION);
        } else {
            dates.add(year < 2019 ? MonthDay.of(12, 23) : MonthDay.of(2, 23));
        }
        if (year >= 2016 && !OLYMPIC.containsKey(year)) {
            dates.add(MonthDay.of(8, 11));
        }
        return dates;
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static int equinox(double at, int year) {
        int years = year - EPOCH;
        return (int) (at + DRIFT * years) - years / 4;
    }
}
