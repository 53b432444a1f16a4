package org.daicho.ledger.engine.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;

/**
 * Computes what is due in one ledger: what its module says, and the monthly checks themselves (3-5, 5-5, 8-3), which stay
 * due while the module is absent.
 */
public final class LedgerDuties {

    /** How far back at least, and ahead, duties are looked for, in months. */
    static final int MONTHS = 12;

    /** How far back before the first writing at most, in years: an old day may be a slip of the pen. */
    private static final int YEARS = 10;

    private final Store store;
    private final RuleRunner runner;
    private final LedgerClock clock;

    /**
     * Computes duties.
     *
     * @param store  knows the days of the entries
     * @param runner asks the modules
     * @param clock  tells the day
     */
    public LedgerDuties(Store store, RuleRunner runner, LedgerClock clock) {
        this.store = store;
        this.runner = runner;
        this.clock = clock;
    }

    /** Computes the duties of one ledger; in the place of those of a module that fails comes one that says so. */
    List<Duty> computed(LiveLedger ledger, LocalDate from, LocalDate to, NotingView view) {
        List<Duty> duties = new ArrayList<>();
        for (DutySource source : ledger.duties()) {
            try {
                duties.addAll(runner.call(ledger, source.clause(),
                        () -> source.compute().duties(from, to, view.of(ledger.module())).stream()
                                .map(LedgerDuties::whole).filter(duty -> duty.ledger().equals(source.ledger()))
                                .filter(duty -> !duty.due().isAfter(to)).toList()));
            } catch (LedgerException e) {
                LocalDate today = clock.today();
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
        LocalDate written = store.firstWritten(ledger).map(LedgerDuties::day).orElse(asOf);
        LocalDate oldest = (written.isBefore(recent) ? written : recent).minusYears(YEARS);
        LocalDate first = store.days(ledger).stream().findFirst().map(Store.DayCount::day).orElse(asOf);
        return first.isBefore(oldest) ? oldest : first.isBefore(recent) ? first : recent;
    }

    private static LocalDate day(long millis) {
        return LedgerClock.day(Instant.ofEpochMilli(millis));
    }

    /**
     * A month is to be checked by the end of the next one: each since the first entry was written, whether it has entries
     * or not, and each earlier one that entries lie in.
     */
    List<Duty> checks(Definition definition, LocalDate asOf, NotingView view) {
        LocalDate written = store.firstWritten(definition.id()).map(LedgerDuties::day).orElse(null);
        if (definition.monthlyCheck() == null || written == null) {
            return List.of();
        }
        YearMonth now = YearMonth.from(asOf);
        TreeSet<YearMonth> months = new TreeSet<>();
        store.days(definition.id()).forEach(day -> months.add(YearMonth.from(day.day())));
        for (YearMonth month = YearMonth.from(written); month.isBefore(now); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months.headSet(now).stream()
                .filter(month -> CheckRecord.newest(view, definition.id(), SheetPeriod.of(month))
                        .filter(CheckRecord::isFinal).isEmpty())
                .map(month -> new Duty("check/" + month, definition.id(), definition.monthlyCheck(),
                        Messages.text("duty.check", definition.title().ja(), month.toString(),
                                definition.title().en()),
                        month.plusMonths(1).atEndOfMonth(), null))
                .toList();
    }
}
