package org.daicho.chapter.council;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * Days as the chapter counts them.
 */
final class Days {

    /** The zone whose days count. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final List<String> REGISTERS = List.of(Profile.LEDGER, Member.LEDGER, Places.LEDGER,
            Documents.LEDGER);

    private Days() {
    }

    /** Returns the earlier of two days, where {@code null} is the end of all days. */
    static LocalDate earlier(LocalDate a, LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    /** Returns the later of two days. */
    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** Returns the day on which an entry was first written. */
    static LocalDate created(Entry entry) {
        return LocalDate.ofInstant(entry.createdAt(), TOKYO);
    }

    /**
     * Returns the day on which the council began to keep its registers; what is missing from them is due since then.
     *
     * @param view  what the ledgers hold
     * @param today the day where nothing was written yet
     */
    static LocalDate begun(LedgerView view, LocalDate today) {
        return REGISTERS.stream().flatMap(id -> view.all(id).stream()).map(Days::created)
                .reduce(today, Days::earlier);
    }

    /** Returns the entries of a ledger in a state, but for those whose content was destroyed. */
    static Stream<Entry> standing(LedgerView view, String ledger, String state) {
        return view.all(ledger).stream().filter(e -> state.equals(e.state()) && e.erased() == null);
    }
}
