package org.daicho.ledger.jdbc.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Duties;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.jdbc.internal.read.NotingView;
import org.daicho.ledger.jdbc.internal.rules.LiveLedger;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.Permissions;
import org.daicho.ledger.spi.DutySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes what is due: what the modules say, and the monthly checks themselves (3-5, 5-5, 8-3).
 */
final class DutyService implements Duties {

    private static final Logger LOG = LoggerFactory.getLogger(DutyService.class);

    /** How far back at least, and ahead, duties are looked for, in months. */
    private static final int MONTHS = 12;

    private final Core core;

    DutyService(Core core) {
        this.core = core;
    }

    @Override
    public List<Duty> duties(Caller caller, LocalDate asOf) {
        NotingView view = core.view();
        List<Duty> duties = new ArrayList<>();
        for (LiveLedger ledger : core.modules().live()) {
            if (Permissions.readsOwn(caller, ledger.definition(), core.today())) {
                duties.addAll(computed(ledger, start(ledger.definition().id(), asOf), asOf.plusMonths(MONTHS), view));
                duties.addAll(checks(ledger.definition(), asOf, view));
            }
        }
        duties.sort(Comparator.comparing(Duty::due).thenComparing(Duty::ledger).thenComparing(Duty::key));
        return duties;
    }

    /** Computes the duties of one ledger whose due day lies in a span; a module that fails is left out. */
    List<Duty> computed(LiveLedger ledger, LocalDate from, LocalDate to, NotingView view) {
        List<Duty> duties = new ArrayList<>();
        for (DutySource source : ledger.duties()) {
            try {
                duties.addAll(core.runner().call(ledger, source.clause(),
                        () -> List.copyOf(source.compute().duties(from, to, view))));
            } catch (LedgerException e) {
                LOG.warn("The duties of {} for clause {} are left out.", source.ledger(), source.clause());
            }
        }
        return duties;
    }

    /** What is still open from the ledger's first day on stays due, however old it is. */
    private LocalDate start(String ledger, LocalDate asOf) {
        LocalDate first = firstDay(ledger);
        LocalDate recent = asOf.minusMonths(MONTHS);
        return first != null && first.isBefore(recent) ? first : recent;
    }

    /** Returns the first day that a ledger has an entry of, or {@code null}. */
    private LocalDate firstDay(String ledger) {
        return core.store().days(ledger).stream().findFirst().map(count -> count.day()).orElse(null);
    }

    /** A month is to be checked by the end of the next one. */
    private List<Duty> checks(Definition definition, LocalDate asOf, NotingView view) {
        if (definition.monthlyCheck() == null) {
            return List.of();
        }
        LocalDate first = firstDay(definition.id());
        List<Duty> duties = new ArrayList<>();
        if (first != null) {
            YearMonth month = YearMonth.from(first);
            YearMonth earliest = YearMonth.from(asOf).minusMonths(MONTHS);
            for (month = month.isBefore(earliest) ? earliest : month; month
                    .isBefore(YearMonth.from(asOf)); month = month
                            .plusMonths(1)) {
                if (view.checkedOn(definition.id(), month.toString()).isEmpty()) {
                    duties.add(new Duty("check/" + month, definition.id(), definition.monthlyCheck(),
                            Messages.text("duty.check", definition.title().ja(), month.toString(),
                                    definition.title().en()),
                            month.plusMonths(1).atEndOfMonth(), null));
                }
            }
        }
        return duties;
    }
}
