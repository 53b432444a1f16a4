package org.daicho.chapter.council.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * The newest thing in a ledger that shows that a clause is kept.
 *
 * @param ledger the ledger's id
 * @param day    the day in Asia/Tokyo on which it was written
 */
record Evidence(String ledger, LocalDate day) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int PAGE = 500;

    /** How far back to look at first, in days, and then; at last at everything. */
    private static final List<Integer> SPANS = List.of(31, 366);

    /** Finds the newest entry that the caller may read. */
    static Optional<Evidence> entry(Ledger ledger, Caller caller, String id, LocalDate today) {
        for (Integer span : SPANS) {
            Optional<Evidence> found = newest(ledger, caller, id, today.minusDays(span));
            if (found.isPresent()) {
                return found;
            }
        }
        return newest(ledger, caller, id, null);
    }

    private static Optional<Evidence> newest(Ledger ledger, Caller caller, String id, LocalDate from) {
        List<LocalDate> days = new ArrayList<>();
        String cursor = null;
        do {
            EntryPage page = ledger.list(caller, id,
                    new EntryQuery(PAGE, cursor, from, null, null, Map.of()));
            page.items().stream().filter(e -> e.erased() == null).map(Entry::at)
                    .forEach(at -> days.add(LocalDate.ofInstant(at, TOKYO)));
            cursor = page.next();
        } while (cursor != null);
        return days.stream().max(Comparator.naturalOrder()).map(day -> new Evidence(id, day));
    }

    /** Finds the newest signed check of a ledger whose check the clause asks for. */
    static Optional<Evidence> check(Sheets sheets, Caller caller, Definition definition, String clause) {
        Stream<SheetPeriod> periods = clause.equals(definition.inspection())
                ? Stream.of(SheetPeriod.CURRENT)
                : clause.equals(definition.monthlyCheck())
                        ? sheets.sheets(caller, definition.id()).stream().filter(s -> s.checked()).map(s -> s.period())
                        : Stream.empty();
        return periods.map(period -> signed(sheets, caller, definition.id(), period)).flatMap(Optional::stream)
                .max(Comparator.comparing(Evidence::day));
    }

    private static Optional<Evidence> signed(Sheets sheets, Caller caller, String ledger, SheetPeriod period) {
        try {
            MonthlyCheck.Checked checked = sheets.check(caller, ledger, period).checked();
            return Optional.ofNullable(checked)
                    .map(c -> new Evidence(ledger, LocalDate.ofInstant(c.at(), TOKYO)));
        } catch (LedgerException e) {
            if (e.kind() == LedgerException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
