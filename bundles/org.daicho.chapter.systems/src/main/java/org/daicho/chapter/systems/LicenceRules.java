package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Links;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * No more licences are assigned than are held (4-7). A seat reads the licence and the seats that are assigned, and the
 * writer makes sure that neither changed before the seat is written: of two callers for the last seat one is refused.
 * <p>
 * What is found, such as more installations than licences or licences that were lost, is never refused: it is shown as
 * over ({@link LicenceDuties}).
 */
final class LicenceRules {

    private static final String CLAUSE = "4-7";

    private final Rules licences;
    private final Rules seats;

    LicenceRules(Texts texts) {
        licences = new Rules(Licences.LEDGER, texts);
        seats = new Rules(Seat.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                licences.rule(CLAUSE, Set.of(Licences.RETIRE), Licences.OWNED, "licence.assigned",
                        (change, view) -> Licences.seats(change.before().id(), view).findAny().isPresent()),
                seats.content(CLAUSE, Seat.LICENCE, "seat.licence",
                        (change, view) -> change.fields().has(Seat.LICENCE) && licence(change, view).isEmpty()),
                seats.content(CLAUSE, Seat.LICENCE, "seat.ended", LicenceRules::isEnded),
                seats.content(CLAUSE, Seat.LICENCE, "seat.full", LicenceRules::isFull));
    }

    private static Optional<Entry> licence(Change change, LedgerView view) {
        return Licences.held(Links.id(change, Seat.LICENCE), view);
    }

    private static boolean isEnded(Change change, LedgerView view) {
        LocalDate end = licence(change, view).map(e -> e.fields().date(Licences.VALID_TO)).orElse(null);
        return takesSeat(change) && Days.isAfter(change.today(), end);
    }

    private static boolean isFull(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        return takesSeat(change) && licence(change, view).filter(e -> Licences.seats(e.id(), view)
                .filter(seat -> !seat.id().equals(own)).count() >= e.fields().integer(Licences.OWNED)).isPresent();
    }

    /** Correcting what a seat says about its device takes no other seat, also where the licence is over. */
    private static boolean takesSeat(Change change) {
        return change.before() == null
                || !Objects.equals(Links.id(change, Seat.LICENCE), Links.id(change.before(), Seat.LICENCE));
    }
}
