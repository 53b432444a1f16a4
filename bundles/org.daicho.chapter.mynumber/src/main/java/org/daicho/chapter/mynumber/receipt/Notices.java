package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The notices that state the purpose (8-2(10)), as {@code definitions/mynumber.notices.json} has them; the sheet is what
 * is shown.
 */
public final class Notices {

    public static final String LEDGER = "mynumber.notices";

    /** A withdrawn notice was shown before. */
    private static final Set<String> SHOWN = Set.of("active", "withdrawn");

    private Notices() {
    }

    static List<Entry> approved(LedgerView view) {
        return view.standing(LEDGER).stream()
                .filter(e -> SHOWN.contains(e.state()) && e.fields().has("approvedOn")).toList();
    }

    /** Tells whether a notice has a version and was in use on a day, or ever where there is no day. */
    static boolean is(Entry notice, String version, LocalDate day) {
        return Names.areSame(version, notice.fields().text("version"))
                && !Days.isAfter(notice.fields().date("validFrom"), day)
                && !Days.isAfter(day, notice.fields().date("withdrawnOn"));
    }
}
