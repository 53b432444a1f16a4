package org.daicho.ledger.engine.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/**
 * Asks all modules that are there, so that chapters meet without knowing each other.
 *
 * @param modules the modules
 * @param runner  calls them
 */
public record Neighbours(ModuleRegistry modules, RuleRunner runner) {

    /**
     * Gathers the places. A module that can't tell its own counts as absent: what names its places then meets the
     * stricter rule, never a laxer one.
     */
    public List<Place> places(Views views) {
        List<Place> places = new ArrayList<>();
        for (LiveLedger ledger : modules.modules()) {
            try {
                places.addAll(ask(ledger, "3-1(1)", module -> module.places(views.of(module))));
            } catch (LedgerException e) {
                // The runner has told of it.
            }
        }
        return places;
    }

    /**
     * Gathers what a person still holds (2-4).
     *
     * @throws LedgerException UNAVAILABLE where a module can't tell: what it keeps must not go unseen
     */
    public List<OpenItem> openItems(Person leaving, Views views) {
        List<OpenItem> items = new ArrayList<>();
        for (LiveLedger ledger : modules.modules()) {
            ask(ledger, "2-4", module -> module.openItems(leaving, views.of(module))).stream()
                    .filter(item -> isOf(ledger.module(), item.ledger())).forEach(items::add);
        }
        items.sort(Comparator.comparing(OpenItem::ledger, Comparator.nullsLast(Comparator.naturalOrder())));
        return items;
    }

    /** A module that lost a ledger to another doesn't speak for it. */
    private boolean isOf(LedgerModule module, String ledger) {
        Optional<LiveLedger> live = ledger == null ? Optional.empty() : modules.live(ledger);
        return live.isEmpty() || live.get().module() == module;
    }

    private <T> List<T> ask(LiveLedger ledger, String clause, Function<LedgerModule, List<T>> question) {
        return runner.call(ledger, clause, () -> List.copyOf(question.apply(ledger.module())));
    }
}
