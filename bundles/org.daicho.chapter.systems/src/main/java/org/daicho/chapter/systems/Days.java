package org.daicho.chapter.systems;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * Days, names and entries as the chapter compares them.
 */
final class Days {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {
    }

    /** Returns the day of a time in Asia/Tokyo, or {@code null}. */
    static LocalDate of(OffsetDateTime at) {
        return at == null ? null : LocalDate.ofInstant(at.toInstant(), TOKYO);
    }

    /** Tells whether a day lies after another; nothing does where one is {@code null}. */
    static boolean isAfter(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }

    /** Tells whether a day lies in a span, whose last day may be open; in none that has no first day. */
    static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && from != null && !day.isBefore(from) && !isAfter(day, to);
    }

    /** Returns the entries of a ledger in a state, but for those whose content was destroyed. */
    static Stream<Entry> standing(LedgerView view, String ledger, String state) {
        return view.all(ledger).stream().filter(e -> state.equals(e.state()) && e.erased() == null);
    }

    /** Finds the entries whose column has a value, but for those whose content was destroyed. */
    static Stream<Entry> found(LedgerView view, String ledger, String column, String value) {
        return value == null
                ? Stream.empty()
                : view.find(ledger, column, value).stream().filter(e -> e.erased() == null);
    }

    /** Returns what spellings of one name have in common: width (NFKC) and spaces make no difference. */
    static String key(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
