package org.daicho.chapter.facilities;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * Days and names as the chapter compares them.
 */
final class Days {

    /** The zone whose days count. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {
    }

    /** Returns the day on which an entry was first written. */
    static LocalDate created(Entry entry) {
        return LocalDate.ofInstant(entry.createdAt(), TOKYO);
    }

    /** Returns the earlier of two days. */
    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** Tells whether a day lies after another; nothing does where one is {@code null}. */
    static boolean isAfter(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }

    /** Tells whether a day lies in a span, whose last day may be open; in none that has no first day. */
    static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && from != null && !day.isBefore(from) && !isAfter(day, to);
    }

    /** Returns the entries of a ledger but for those whose content was destroyed. */
    static Stream<Entry> standing(LedgerView view, String ledger) {
        return view.all(ledger).stream().filter(e -> e.erased() == null);
    }

    /** Returns what spellings of one name have in common: width (NFKC) and spaces make no difference. */
    static String key(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
