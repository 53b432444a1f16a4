package org.daicho.ledger.engine.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

import org.daicho.ledger.Duties;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * Computes what is due: what the modules say, the monthly checks themselves (3-5, 5-5, 8-3), and the improvements that
 * they ask for. Checks and improvements stay due while the module of their ledger is absent.
 */
public final class DutyService implements Duties {

    /** How far back at least, and ahead, duties are looked for, in months. */
    private static final int MONTHS = 12;

    /** How far back before the first writing at most, in years: an old day may be a slip of the pen. */
    private static final int YEARS = 10;

    private final Core core;

    public DutyService(Core core) {
        this.core = core;
    }

    @Override
    public List<Duty> duties(Caller caller, LocalDate asOf) {
        NotingView view = core.view();
        List<Duty> duties = new ArrayList<>();
        Function<Definition, Permissions> rights = core.permissions(caller);
        for (String id : core.modules().ledgers()) {
            Definition definition = core.modules().known(id).orElseThrow().definition();
            Permissions permissions = rights.apply(definition);
            if (permissions.readsOwn()) {
                List<Duty> found = new ArrayList<>();
                core.modules().live(id).filter(ledger -> !ledger.duties().isEmpty()).ifPresent(
                        ledger -> found.addAll(computed(ledger, start(id, asOf), asOf.plusMonths(MONTHS), view)));
                found.addAll(checks(definition, asOf, view));
                found.addAll(Improvements.duties(view, definition));
                boolean all = permissions.readsAll();
                // Who reads only their own entries hears only of their own duties: others' tell of others' entries.
                found.removeIf(hidden(permissions));
                found.stream().filter(duty -> all || caller.person().isSameAs(duty.who())).forEach(duties::add);
            }
        }
        duties.sort(Comparator.comparing(Duty::due).thenComparing(Duty::ledger).thenComparing(Duty::key));
        return duties;
    }

    /** A duty whose key names an entry that the caller may not see would tell of it. */
    private Predicate<Duty> hidden(Permissions permissions) {
        List<String> hidden = permissions.definition().hiddenFrom() == null
                ? List.of()
                : core.reader().all(permissions.definition().id()).stream().filter(permissions::isHidden)
                        .map(Entry::id).toList();
        return duty -> hidden.stream().anyMatch(duty.key()::contains);
    }

    /** Computes the duties of one ledger; in the place of those of a module that fails comes one that says so. */
    List<Duty> computed(LiveLedger ledger, LocalDate from, LocalDate to, NotingView view) {
        List<Duty> duties = new ArrayList<>();
        for (DutySource source : ledger.duties()) {
            try {
                duties.addAll(core.runner().call(ledger, source.clause(),
                        () -> source.compute().duties(from, to, view.of(ledger.module())).stream()
                                .map(DutyService::whole).filter(duty -> duty.ledger().equals(source.ledger()))
                                .filter(duty -> !duty.due().isAfter(to)).toList()));
            } catch (LedgerException e) {
                LocalDate today = core.today();
                duties.add(new Duty("unknown", source.ledger(), source.clause(), Messages.text("gap.failed",
                        source.clause(), ledger.definition().title().ja(), ledger.definition().title().en()),
                        to.isBefore(today) ? to : today, null));
            }
        }
        return duties;
    }

    private static Duty whole(Duty duty) {
        Objects.requireNonNull(duty.key(), "key");
        Objects.requireNonNull(duty.ledger(), "ledger");
        Objects.requireNonNull(duty.clause(), "clause");
        Objects.requireNonNull(duty.title(), "title");
        Objects.requireNonNull(duty.due(), "due");
        return duty;
    }

    /** What is still open from the ledger's first day on stays due, however old it is. */
    LocalDate start(String ledger, LocalDate asOf) {
        LocalDate recent = asOf.minusMonths(MONTHS);
        LocalDate written = core.store().firstWritten(ledger).map(DutyService::day).orElse(asOf);
        LocalDate oldest = (written.isBefore(recent) ? written : recent).minusYears(YEARS);
        LocalDate first = core.store().days(ledger).stream().findFirst().map(Store.DayCount::day).orElse(asOf);
        return first.isBefore(oldest) ? oldest : first.isBefore(recent) ? first : recent;
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Core.ZONE).toLocalDate();
    }

    /**
     * A month is to be checked by the end of the next one: each since the first entry was written, whether it has entries
     * or not, and each earlier one that entries lie in.
     */
    private List<Duty> checks(Definition definition, LocalDate asOf, NotingView view) {
        LocalDate written = core.store().firstWritten(definition.id()).map(DutyService::day).orElse(null);
        if (definition.monthlyCheck() == null || written == null) {
            return List.of();
        }
        YearMonth now = YearMonth.from(asOf);
        TreeSet<YearMonth> months = new TreeSet<>();
        core.store().days(definition.id()).forEach(day -> months.add(YearMonth.from(day.day())));
        for (YearMonth month = YearMonth.from(written); month.isBefore(now); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months.headSet(now).stream()
                .filter(month -> CheckRecord.newest(view, definition.id(), month.toString())
                        .filter(CheckRecord::isFinal).isEmpty())
                .map(month -> new Duty("check/" + month, definition.id(), definition.monthlyCheck(),
                        Messages.text("duty.check", definition.title().ja(), month.toString(),
                                definition.title().en()),
                        month.plusMonths(1).atEndOfMonth(), null))
                .toList();
    }
}
