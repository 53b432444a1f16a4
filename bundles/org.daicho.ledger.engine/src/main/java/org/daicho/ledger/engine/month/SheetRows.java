package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;

/**
 * Finds the rows of sheets, as of a size of the log: what is written while a sheet is read or signed is not on it, and
 * shows as a later change.
 */
public final class SheetRows {

    private final Store store;
    private final EntryReader reader;

    /** Finds rows in a database. */
    public SheetRows(Store store, EntryReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** The rows that stand in a period and that the form prints, oldest first. */
    List<Entry> standing(Definition definition, SheetPeriod period, long size) {
        String ledger = definition.id();
        Map<String, Entry> rows = new LinkedHashMap<>();
        (period.isCurrent()
                ? reader.all(ledger)
                : reader.between(ledger, period.from(), period.to()))
                .forEach(entry -> rows.put(entry.id(), entry));
        Set<String> changed = new LinkedHashSet<>();
        store.versions(ledger, size, Long.MAX_VALUE).forEach(row -> changed.add(row.entry()));
        for (String id : changed) {
            rows.remove(id);
            reader.versions(ledger, id).stream().filter(version -> version.leafIndex() < size)
                    .reduce((first, second) -> second).filter(version -> period.contains(version.day()))
                    .ifPresent(version -> rows.put(id, version));
        }
        return rows.values().stream().filter(entry -> isPrinted(definition, entry.state())).toList();
    }

    /**
     * The rows of a sheet: those of each checked month as its first check has them, those of the others as they stand.
     */
    List<Entry> fixed(Definition definition, SheetPeriod period, NotingView view, long size) {
        if (definition.monthlyCheck() == null || period.isCurrent()) {
            return standing(definition, period, size);
        }
        List<Entry> rows = new ArrayList<>();
        for (YearMonth month : period.months()) {
            Optional<CheckRecord> check = CheckRecord.first(view, definition.id(), SheetPeriod.of(month));
            rows.addAll(check.isPresent()
                    ? reader.at(check.get().leaves())
                    : standing(definition, SheetPeriod.of(month), size));
        }
        return rows;
    }

    /**
     * 繰越: the entries of checked months that were changed or entered in a period after the first check of their month,
     * as they stood at the end of the period.
     */
    List<Entry> carried(Definition definition, SheetPeriod period, NotingView view, long size) {
        if (definition.monthlyCheck() == null || period.isCurrent()) {
            return List.of();
        }
        Map<YearMonth, Optional<CheckRecord>> checks = new HashMap<>();
        Map<String, VersionRow> last = new LinkedHashMap<>();
        for (VersionRow row : written(definition.id(), period.from(), period.to(), size)) {
            Optional<CheckRecord> check = checks.computeIfAbsent(YearMonth.from(row.day()),
                    month -> CheckRecord.first(view, definition.id(), SheetPeriod.of(month)));
            if (check.isPresent() && row.leafIndex() >= check.get().size()) {
                last.put(row.entry(), row);
            }
        }
        Set<String> signed = new HashSet<>();
        checks.values().forEach(check -> check.ifPresent(c -> reader.at(c.leaves())
                .forEach(entry -> signed.add(entry.id()))));
        return last.values().stream()
                .filter(row -> isPrinted(definition, row.state()) || signed.contains(row.entry()))
                .map(reader::open).toList();
    }

    /** The versions of a ledger that were written in a span of days, in their order. */
    List<VersionRow> written(String ledger, LocalDate from, LocalDate to, long size) {
        long start = millis(from);
        long end = millis(to.plusDays(1));
        // A day more on both sides, for a clock that was put right meanwhile.
        return store.versions(ledger, store.leafAt(millis(from.minusDays(1)), size),
                store.leafAt(millis(to.plusDays(2)), size)).stream()
                .filter(row -> row.writtenAt() >= start && row.writtenAt() < end).toList();
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(LedgerClock.ZONE).toInstant().toEpochMilli();
    }

    private static boolean isPrinted(Definition definition, String state) {
        return definition.printed().isEmpty() || definition.printed().contains(state);
    }
}
