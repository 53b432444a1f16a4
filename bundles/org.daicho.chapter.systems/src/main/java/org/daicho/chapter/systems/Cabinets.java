package org.daicho.chapter.systems;

import java.util.Optional;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The lockable cabinets that live modules register (4-6(1)).
 */
final class Cabinets {

    private Cabinets() {
    }

    /** Finds the cabinet that a place names and that can be locked; one that has a 書庫No. before others. */
    static Optional<Place> lockable(String place, LedgerView view) {
        String wanted = Names.key(place);
        return view.places().stream().filter(p -> p.lockable() && p.isCabinet() && Names.key(p.name()).equals(wanted))
                .max((a, b) -> Boolean.compare(a.number() != null, b.number() != null));
    }
}
