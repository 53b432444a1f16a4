package org.daicho.ledger.rules;

import java.util.List;
import java.util.Optional;

import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The places and cabinets that live modules register, by the names that people write (3-1(1)).
 */
public final class Locations {

    private Locations() {
    }

    /** Finds the places of a name. */
    public static List<Place> named(String name, LedgerView view) {
        return view.places().stream().filter(p -> Names.areSame(p.name(), name)).toList();
    }

    /** Finds the place of a name; where several bear it, one that 3-1(2) is content with. */
    public static Optional<Place> find(String name, LedgerView view) {
        return named(name, view).stream().max((a, b) -> Boolean.compare(isLocked(a), isLocked(b)));
    }

    /** Tells whether 3-1(2) is content with a place: it can be locked and is inside an office. */
    public static boolean isLocked(Place place) {
        return place.lockable() && place.office();
    }
}
