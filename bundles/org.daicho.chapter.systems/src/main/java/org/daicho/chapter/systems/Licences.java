package org.daicho.chapter.systems;

import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The names of the registers of licences and of their seats, as their definitions have them (4-7).
 */
final class Licences {

    static final String LEDGER = "systems.licences";
    static final String ACTIVE = "active";
    static final String COUNT = "count";
    static final String RETIRE = "retire";

    static final String SOFTWARE = "software";
    static final String OWNED = "licencesOwned";
    static final String IN_USE = "licencesInUse";
    static final String COUNTED_ON = "countedOn";
    static final String VALID_TO = "validTo";

    /** The register of assigned licences. */
    interface Seat {
        String LEDGER = "systems.seats";
        String ASSIGNED = "assigned";
        String RELEASE = "release";

        String LICENCE = "licence";
        String DEVICE = "device";
        String USED_BY = "usedBy";
    }

    private Licences() {
    }

    /** Finds a licence that is held, by its id. */
    static Optional<Entry> held(String id, LedgerView view) {
        return id == null
                ? Optional.empty()
                : view.entry(LEDGER, id).filter(e -> e.erased() == null && ACTIVE.equals(e.state()));
    }

    /** Finds the seats of a licence that are assigned now. */
    static Stream<Entry> seats(String licence, LedgerView view) {
        return view.find(Seat.LEDGER, Seat.LICENCE, licence, Seat.ASSIGNED).stream();
    }
}
