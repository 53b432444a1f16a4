package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;

/**
 * Finds what the manager should see beside the rows of a sheet: warnings of its ledger that were confirmed, what was
 * destroyed, and what was administered (grants, passwords, modules), each in the period in which it was written. A month's
 * sheet that is checked also tells what was confirmed in ledgers that have no month's sheet, as no other check would.
 */
public final class SheetChanges {

    private static final int LONGEST_LIST = 31;

    /** What the checks themselves record is no news to who makes them. */
    private static final Set<String> OF_THE_CHECKS = Set.of(SystemLedgers.CHECKS, SystemLedgers.IMPROVEMENTS);

    private final SheetRows rows;
    private final EntryReader reader;
    private final ModuleRegistry modules;
    private final Rights rights;
    private final LedgerClock clock;

    /** Finds changes in all ledgers. */
    public SheetChanges(SheetRows rows, EntryReader reader, ModuleRegistry modules, Rights rights,
            LedgerClock clock) {
        this.rows = rows;
        this.reader = reader;
        this.modules = modules;
        this.rights = rights;
        this.clock = clock;
    }

    List<Sheet.Change> of(Permissions permissions, SheetPeriod period, long size) {
        Definition definition = permissions.definition();
        LocalDate from = period.isCurrent() ? clock.today().minusDays(LONGEST_LIST) : period.from();
        LocalDate to = period.isCurrent() ? clock.today() : period.to();
        List<Sheet.Change> changes = new ArrayList<>();
        written(permissions, from, to, size).stream().filter(entry -> !entry.confirmations().isEmpty())
                .forEach(entry -> changes.add(new Sheet.Change(entry, confirmed(definition, entry))));
        Function<Definition, Permissions> others = rights.of(permissions.caller());
        for (String id : modules.ledgers()) {
            Definition other = modules.known(id).orElseThrow().definition();
            if (other.chapter() >= 0 && isChecked(definition, period) && !hasMonths(other)
                    && others.apply(other).readsAll()) {
                written(others.apply(other), from, to, size).stream().filter(entry -> !entry.confirmations().isEmpty())
                        .forEach(entry -> changes.add(new Sheet.Change(bare(entry), elsewhere(other, entry))));
            }
            if (other.chapter() < 0 && !OF_THE_CHECKS.contains(id) && !id.equals(definition.id())
                    && others.apply(other).readsAll()) {
                written(others.apply(other), from, to, size).stream()
                        .filter(entry -> !id.equals(SystemLedgers.ERASURES)
                                || definition.id().equals(entry.fields().text("ledger")))
                        .forEach(entry -> changes.add(new Sheet.Change(entry, administered(other, entry))));
            }
        }
        changes.sort(Comparator.comparing(change -> change.entry().leafIndex()));
        return changes;
    }

    private List<Entry> written(Permissions permissions, LocalDate from, LocalDate to, long size) {
        Definition definition = permissions.definition();
        return rows.written(definition.id(), from, to, size).stream().map(reader::open)
                .filter(entry -> entry.erased() == null && permissions.reads(entry))
                .map(entry -> Masked.entry(permissions.caller(), definition, entry)).toList();
    }

    private static boolean isChecked(Definition definition, SheetPeriod period) {
        return definition.monthlyCheck() != null && !period.isCurrent();
    }

    private static boolean hasMonths(Definition definition) {
        return Periods.isBounded(definition) || definition.monthlyCheck() != null;
    }

    /** What is told of another ledger's entry shows none of its values: those are read there. */
    private static Entry bare(Entry entry) {
        return EntryReader.with(entry, new Fields(Map.of()));
    }

    private static Text elsewhere(Definition definition, Entry entry) {
        Text told = confirmed(definition, entry);
        return Messages.text("change.elsewhere", definition.title().ja(), told.ja(), definition.title().en(),
                told.en());
    }

    private static Text confirmed(Definition definition, Entry entry) {
        Text action = action(definition, entry);
        String reasons = String.join("、", entry.confirmations().values());
        return Messages.text("change.confirmed", action.ja(), entry.by().name(), reasons, action.en());
    }

    private static Text administered(Definition definition, Entry entry) {
        Text action = action(definition, entry);
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Column column : definition.columns()) {
            Object value = entry.fields().values().get(column.name());
            if (column.printed() && value != null) {
                Text shown = shown(value);
                ja.add(column.label().ja() + " " + shown.ja());
                en.add(column.label().en() + " " + shown.en());
            }
        }
        return Messages.text("change.administered", definition.title().ja(), action.ja(), entry.by().name(),
                String.join("、", ja), definition.title().en(), action.en(), String.join(", ", en));
    }

    private static Text shown(Object value) {
        if (value instanceof Boolean truth) {
            return Messages.text(truth ? "yes" : "no");
        }
        String text = String.valueOf(value instanceof Map<?, ?> person ? person.get("name") : value);
        return new Text(text, text);
    }

    private static Text action(Definition definition, Entry entry) {
        return definition.action(entry.action()).map(Action::label)
                .orElseGet(() -> new Text(entry.action(), entry.action()));
    }
}
