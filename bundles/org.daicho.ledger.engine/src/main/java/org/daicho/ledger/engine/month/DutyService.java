package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.daicho.ledger.Duties;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * Tells a caller what is due in the ledgers that the caller reads: the duties of each, and the improvements that its
 * checks ask for.
 */
public final class DutyService implements Duties {

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final LedgerViews views;
    private final Rights rights;
    private final LedgerDuties duties;

    /**
     * Makes the service.
     *
     * @param modules the ledgers
     * @param reader  reads entries
     * @param views   what duties are computed from
     * @param rights  tells what a caller may read
     * @param duties  computes those of a ledger
     */
    public DutyService(ModuleRegistry modules, EntryReader reader, LedgerViews views, Rights rights,
            LedgerDuties duties) {
        this.modules = modules;
        this.reader = reader;
        this.views = views;
        this.rights = rights;
        this.duties = duties;
    }

    @Override
    public List<Duty> duties(Caller caller, LocalDate asOf) {
        NotingView view = views.view();
        List<Duty> told = new ArrayList<>();
        Function<Definition, Permissions> permitted = rights.of(caller);
        for (String id : modules.ledgers()) {
            Definition definition = modules.known(id).orElseThrow().definition();
            Permissions permissions = permitted.apply(definition);
            if (permissions.readsOwn()) {
                List<Duty> found = new ArrayList<>();
                modules.live(id).filter(ledger -> !ledger.duties().isEmpty())
                        .ifPresent(ledger -> found.addAll(duties.computed(ledger, duties.start(id, asOf),
                                asOf.plusMonths(LedgerDuties.MONTHS), view)));
                found.addAll(duties.checks(definition, asOf, view));
                found.addAll(Improvements.duties(view, definition));
                boolean all = permissions.readsAll();
                // Who reads only their own entries hears only of their own duties: others' tell of others' entries.
                found.removeIf(hidden(permissions));
                found.stream().filter(duty -> all || caller.person().isSameAs(duty.who())).forEach(told::add);
            }
        }
        told.sort(Comparator.comparing(Duty::due).thenComparing(Duty::ledger).thenComparing(Duty::key));
        return told;
    }

    /** A duty whose key names an entry that the caller may not see would tell of it. */
    private Predicate<Duty> hidden(Permissions permissions) {
        List<String> hidden = permissions.definition().hiddenFrom() == null
                ? List.of()
                : reader.all(permissions.definition().id()).stream().filter(permissions::isHidden).map(Entry::id)
                        .toList();
        return duty -> hidden.stream().anyMatch(duty.key()::contains);
    }
}
