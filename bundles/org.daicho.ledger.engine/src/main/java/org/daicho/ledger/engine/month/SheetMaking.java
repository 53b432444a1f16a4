package org.daicho.ledger.engine.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.ReadingRecorder;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * Puts a paper sheet together. A checked month stays as its first check has it; what was changed or entered since stands
 * under 繰越 on the sheet of the month in which that was done.
 */
public final class SheetMaking {

    private final Store store;
    private final EntryReader reader;
    private final LedgerViews views;
    private final SheetRows rows;
    private final SheetChanges changes;
    private final ReadingRecorder readings;
    private final String council;

    /**
     * Makes sheets.
     *
     * @param store    has the leaves of the rows
     * @param reader   reads entries
     * @param views    has the checks
     * @param rows     finds the rows
     * @param changes  finds what stands beside them
     * @param readings records who reads them
     * @param council  協議会名
     */
    public SheetMaking(Store store, EntryReader reader, LedgerViews views, SheetRows rows, SheetChanges changes,
            ReadingRecorder readings, String council) {
        this.store = store;
        this.reader = reader;
        this.views = views;
        this.rows = rows;
        this.changes = changes;
        this.readings = readings;
        this.council = council;
    }

    Sheet make(Permissions permissions, SheetPeriod period) {
        Definition definition = permissions.definition();
        String ledger = definition.id();
        Periods.requireSheet(definition, period);
        NotingView view = views.view();
        long size = view.size();
        Optional<CheckRecord> check = period.isCurrent()
                ? CheckRecord.newest(view, ledger, period)
                : period.isMonth() ? CheckRecord.first(view, ledger, period) : Optional.empty();
        List<Entry> fixed = rows.fixed(definition, period, view, size);
        List<Entry> carried = rows.carried(definition, period, view, size);
        readings.record(permissions, ReadingRecorder.SHEET,
                Stream.concat(fixed.stream(), carried.stream()).filter(permissions::reads).toList());
        LocalDate updated = period.isCurrent()
                ? store.lastWritten(ledger).map(millis -> LedgerClock.day(Instant.ofEpochMilli(millis))).orElse(null)
                : fixed.stream().map(entry -> LedgerClock.day(entry.at())).max(LocalDate::compareTo).orElse(null);
        return new Sheet(definition, period, council, updated, rows(permissions, fixed),
                rows(permissions, carried), changes.of(permissions, period, size),
                !period.isCurrent() && check.isPresent()
                        ? check.get().digest()
                        : SheetDigest.of(store, Stream.concat(fixed.stream(), carried.stream()
                                .filter(entry -> !period.contains(entry.day()))).map(Entry::leafIndex).toList()),
                check.filter(c -> permissions.readsAll()).map(CheckRecord::checked).orElse(null));
    }

    private List<Sheet.Row> rows(Permissions permissions, List<Entry> entries) {
        Caller caller = permissions.caller();
        Definition definition = permissions.definition();
        List<Sheet.Row> readable = new ArrayList<>();
        for (Entry entry : entries) {
            if (permissions.reads(entry)) {
                readable.add(new Sheet.Row(Masked.entry(caller, definition, entry), struck(caller, definition, entry)));
            }
        }
        return readable;
    }

    /** The versions that a correction replaced, which the paper shows struck through. */
    private List<Entry> struck(Caller caller, Definition definition, Entry entry) {
        if (entry.version() == 1 || entry.erased() != null) {
            return List.of();
        }
        List<Entry> versions = reader.versions(entry.ledger(), entry.id());
        List<Entry> struck = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size() && i + 1 < entry.version(); i++) {
            if (Ledger.CORRECT.equals(versions.get(i + 1).action())) {
                struck.add(Masked.entry(caller, definition, versions.get(i)));
            }
        }
        return struck;
    }
}
