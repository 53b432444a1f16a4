package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The rooms whose own lock may stand in for their cabinets' locks (5-4※), as the manager allows it.
 */
final class Substitutes {

    static final String LEDGER = "facilities.substitutes";
    static final String REVOKED = "revoked";

    static final String ROOM = "room";
    static final String VALID_FROM = "validFrom";
    static final String VALID_TO = "validTo";
    static final String LOCK_CONFIRMED = "lockConfirmed";
    static final String REVOKED_ON = "revokedOn";

    private static final String CLAUSE = "5-4※";

    private final Rules rules;

    Substitutes(Texts texts) {
        rules = new Rules(LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, ROOM, "substitute.open", Substitutes::isOpen),
                rules.content(CLAUSE, LOCK_CONFIRMED, "substitute.unproven", Substitutes::isUnproven));
    }

    private static boolean isOpen(Change change, LedgerView view) {
        Optional<Place> room = room(change, view);
        return room.isPresent() && !room.get().lockable();
    }

    private static boolean isUnproven(Change change, LedgerView view) {
        return change.fields().has(ROOM) && room(change, view).isEmpty() && !change.fields().isTrue(LOCK_CONFIRMED);
    }

    private static Optional<Place> room(Change change, LedgerView view) {
        return Cabinets.place(change.fields().text(ROOM), view);
    }

    /** Tells whether a room's lock may stand in on a day; not from the day on which that was revoked. */
    static boolean isAllowed(String room, LocalDate day, LedgerView view) {
        return room != null && view.standing(LEDGER).stream()
                .filter(e -> Names.areSame(room, e.fields().text(ROOM)))
                .anyMatch(e -> isStanding(e.fields(), e.state(), day));
    }

    private static boolean isStanding(Fields substitute, String state, LocalDate day) {
        return Days.isWithin(day, substitute.date(VALID_FROM), substitute.date(VALID_TO))
                && (!REVOKED.equals(state) || Days.isAfter(substitute.date(REVOKED_ON), day));
    }
}
