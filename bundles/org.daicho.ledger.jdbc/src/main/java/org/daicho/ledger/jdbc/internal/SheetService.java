package org.daicho.ledger.jdbc.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.CheckSubmission;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.MonthlyCheck;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.Sheet;
import org.daicho.ledger.form.SheetRef;
import org.daicho.ledger.jdbc.internal.read.NotingView;
import org.daicho.ledger.jdbc.internal.rules.Permissions;
import org.daicho.ledger.jdbc.internal.rules.SystemLedgers;
import org.daicho.ledger.jdbc.internal.store.Store;

/**
 * Puts the paper sheets together.
 */
final class SheetService implements Sheets {

    private static final int LONGEST_LIST = 31;

    private final Core core;
    private final CheckSigning checks;

    SheetService(Core core, CheckSigning checks) {
        this.core = core;
        this.checks = checks;
    }

    @Override
    public List<SheetRef> sheets(Caller caller, String ledger) {
        Definition definition = core.readable(caller, ledger).definition();
        NotingView view = core.view();
        List<Store.DayCount> days = core.store().days(ledger);
        if (!Periods.isBounded(definition)) {
            int entries = days.stream().mapToInt(Store.DayCount::entries).sum();
            return List.of(new SheetRef(CURRENT, entries, view.checkedOn(ledger, CURRENT).isPresent()));
        }
        Map<String, Integer> counts = new TreeMap<>(java.util.Comparator.reverseOrder());
        counts.put(period(definition, core.today()), 0);
        days.forEach(day -> counts.merge(period(definition, day.day()), day.entries(), Integer::sum));
        return counts.entrySet().stream().map(count -> new SheetRef(count.getKey(), count.getValue(),
                view.checkedOn(ledger, count.getKey()).isPresent())).toList();
    }

    private static String period(Definition definition, LocalDate day) {
        return definition.period() == Period.MONTH ? YearMonth.from(day).toString() : Periods.half(day).name();
    }

    @Override
    public Sheet sheet(Caller caller, String ledger, String period) {
        Definition definition = core.readable(caller, ledger).definition();
        Periods periods = Periods.of(definition, period);
        NotingView view = core.view();
        Entry check = periods.from() == null
                ? null
                : SystemLedgers.newestCheck(view, ledger, period).orElse(null);
        List<Entry> entries = check == null
                ? standing(definition, periods)
                : core.reader().at(CheckSigning.leaves(check));
        List<Sheet.Row> rows = rows(caller, definition, entries);
        List<Sheet.Row> carried = definition.period() == Period.MONTH
                ? rows(caller, definition, carriedOver(definition, YearMonth.parse(period), view))
                : List.of();
        LocalDate updated = periods.from() == null
                ? core.store().lastWritten(ledger).map(SheetService::day).orElse(null)
                : rows.stream().map(row -> day(row.entry().at().toEpochMilli())).max(LocalDate::compareTo).orElse(null);
        return new Sheet(definition, period, core.council(), updated, rows, carried,
                changes(caller, definition, periods, view), digest(rows),
                check != null ? CheckSigning.checked(check) : checks.newest(view, ledger, period));
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Core.ZONE).toLocalDate();
    }

    /** Reads the entries of a period that the form prints, as they stand. */
    List<Entry> standing(Definition definition, Periods periods) {
        Collection<Entry> entries = periods.from() == null
                ? core.reader().all(definition.id())
                : core.reader().between(definition.id(), periods.from(), periods.to());
        return entries.stream().filter(entry -> definition.printed().isEmpty()
                || definition.printed().contains(entry.state())).toList();
    }

    private List<Sheet.Row> rows(Caller caller, Definition definition, List<Entry> entries) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            if (Permissions.reads(caller, definition, core.today(), entry)) {
                rows.add(new Sheet.Row(Masked.entry(caller, definition, entry), struck(caller, definition, entry)));
            }
        }
        return rows;
    }

    /** The versions that a correction replaced, which the paper shows struck through. */
    private List<Entry> struck(Caller caller, Definition definition, Entry entry) {
        if (entry.version() == 1 || entry.erased() != null) {
            return List.of();
        }
        List<Entry> versions = core.reader().versions(entry.ledger(), entry.id());
        List<Entry> struck = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size() && i + 1 < entry.version(); i++) {
            if (Ledger.CORRECT.equals(versions.get(i + 1).action())) {
                struck.add(Masked.entry(caller, definition, versions.get(i)));
            }
        }
        return struck;
    }

    /** Finds the entries of checked months that changed in a month after their check (繰越). */
    private List<Entry> carriedOver(Definition definition, YearMonth month, NotingView view) {
        Map<YearMonth, Optional<Entry>> checked = new LinkedHashMap<>();
        List<Entry> carried = new ArrayList<>();
        core.store().changedSince(definition.id(), 0, month.plusMonths(1).atDay(1)).forEach(row -> {
            YearMonth own = YearMonth.from(row.day());
            Optional<Entry> check = checked.computeIfAbsent(own,
                    m -> SystemLedgers.newestCheck(view, definition.id(), m.toString()));
            YearMonth written = YearMonth.from(day(row.writtenAt()));
            if (check.isPresent() && row.leafIndex() > check.get().leafIndex() && written.equals(month)) {
                carried.add(core.reader().open(row));
            }
        });
        return carried;
    }

    /** What the manager should see beside the rows: confirmations, erasures, and what was administered. */
    private List<Entry> changes(Caller caller, Definition definition, Periods periods, NotingView view) {
        LocalDate from = periods.from() == null ? core.today().minusDays(LONGEST_LIST) : periods.from();
        LocalDate to = periods.to() == null ? core.today() : periods.to();
        List<Entry> changes = new ArrayList<>();
        core.modules().ledgers().stream().sorted().forEach(id -> {
            Definition other = core.modules().known(id).orElseThrow().definition();
            if (other.chapter() >= 0 || id.equals(SystemLedgers.CHECKS)
                    || !Permissions.readsAll(caller, other, core.today())) {
                return;
            }
            view.between(id, from, to).stream()
                    .filter(entry -> !id.equals(SystemLedgers.ERASURES)
                            || definition.id().equals(entry.fields().text("ledger")))
                    .forEach(entry -> changes.add(Masked.entry(caller, other, entry)));
        });
        return changes;
    }

    /** SHA-256 over index (8 bytes, big endian) and hash of each row's leaf. */
    private String digest(List<Sheet.Row> rows) {
        return digest(core.store(), rows.stream().map(row -> row.entry().leafIndex()).toList());
    }

    static String digest(Store store, List<Long> leaves) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            leaves.forEach(leaf -> {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(leaf).array());
                digest.update(store.hash(leaf));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public MonthlyCheck check(Caller caller, String ledger, String period) {
        return checks.check(core.readable(caller, ledger).definition(), period);
    }

    @Override
    public MonthlyCheck sign(Caller caller, String ledger, String period, CheckSubmission submission) {
        Definition definition = core.readable(caller, ledger).definition();
        return checks.sign(caller, definition, period, submission, this::standing);
    }
}
