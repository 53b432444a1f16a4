package org.daicho.ledger.engine.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.entry.Commits;
import org.daicho.ledger.engine.entry.Views;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.sheet.SheetRef;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * Puts the paper sheets together. A checked month stays as its first check has it; what was changed or entered since
 * stands under 繰越 on the sheet of the month in which that was done.
 */
public final class SheetService implements Sheets {

    private final Core core;
    private final SheetRows rows;
    private final SheetChanges changes;
    private final CheckSigning checks;
    private final Improvements improvements;
    private final Views views;

    public SheetService(Core core, DutyService duties, Commits commits, Views views) {
        this.core = core;
        this.views = views;
        rows = new SheetRows(core);
        changes = new SheetChanges(core, rows);
        checks = new CheckSigning(core, new Gaps(core, duties), rows, commits);
        improvements = new Improvements(core, commits);
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
        Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        counts.put(period(definition, core.today()), 0);
        days.forEach(day -> counts.merge(period(definition, day.day()), day.entries(), Integer::sum));
        return counts.entrySet().stream().map(count -> new SheetRef(count.getKey(), count.getValue(),
                isChecked(view, definition, count.getKey()))).toList();
    }

    private static String period(Definition definition, LocalDate day) {
        return definition.period() == Period.MONTH ? YearMonth.from(day).toString() : Periods.half(day).name();
    }

    /** A sheet of several months is checked once each of them is. */
    private static boolean isChecked(NotingView view, Definition definition, String period) {
        return Periods.of(definition, period).months().stream()
                .allMatch(month -> view.checkedOn(definition.id(), month.toString()).isPresent());
    }

    @Override
    public Sheet sheet(Caller caller, String ledger, String period) {
        Permissions permissions = core.readable(caller, ledger);
        Definition definition = permissions.definition();
        Periods periods = Periods.of(definition, period);
        NotingView view = core.view();
        long size = core.writer().state().size();
        Optional<CheckRecord> check = periods.from() == null
                ? CheckRecord.newest(view, ledger, period)
                : periods.isMonth() ? CheckRecord.first(view, ledger, period) : Optional.empty();
        List<Entry> fixed = rows.fixed(definition, periods, view, size);
        List<Entry> carried = rows.carried(definition, periods, view, size);
        views.record(permissions, Views.SHEET,
                Stream.concat(fixed.stream(), carried.stream()).filter(permissions::reads).toList());
        LocalDate updated = periods.from() == null
                ? core.store().lastWritten(ledger).map(SheetService::day).orElse(null)
                : fixed.stream().map(entry -> day(entry.at().toEpochMilli())).max(LocalDate::compareTo).orElse(null);
        return new Sheet(definition, period, core.council(), updated, rows(permissions, fixed),
                rows(permissions, carried), changes.of(permissions, periods, size),
                periods.from() != null && check.isPresent()
                        ? check.get().digest()
                        : SheetDigest.of(core.store(), Stream.concat(fixed.stream(), carried.stream()
                                .filter(entry -> !periods.contains(entry.day()))).map(Entry::leafIndex).toList()),
                check.filter(c -> permissions.readsAll()).map(CheckRecord::checked).orElse(null));
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Core.ZONE).toLocalDate();
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
        List<Entry> versions = core.reader().versions(entry.ledger(), entry.id());
        List<Entry> struck = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size() && i + 1 < entry.version(); i++) {
            if (Ledger.CORRECT.equals(versions.get(i + 1).action())) {
                struck.add(Masked.entry(caller, definition, versions.get(i)));
            }
        }
        return struck;
    }

    @Override
    public MonthlyCheck check(Caller caller, String ledger, String period) {
        return checks.check(checkable(caller, ledger).definition(), period);
    }

    @Override
    public MonthlyCheck sign(Caller caller, String ledger, String period, CheckSubmission submission) {
        return checks.sign(checkable(caller, ledger), period, submission);
    }

    @Override
    public MonthlyCheck complete(Caller caller, String ledger, String period, String improvement, String result) {
        Permissions permissions = checkable(caller, ledger);
        improvements.complete(permissions, period, improvement, result);
        return checks.check(permissions.definition(), period);
    }

    /** A check tells of all entries, so who reads only their own can't see it. */
    private Permissions checkable(Caller caller, String ledger) {
        Permissions permissions = core.readable(caller, ledger);
        if (!permissions.readsAll()) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return permissions;
    }
}
