package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * Places that are out of bounds for a while, or protected otherwise (5-1(2)).
 */
final class Restrictions {

    static final String LEDGER = "facilities.restrictions";
    static final String LIFTED = "lifted";

    static final String PLACE = "place";
    static final String VALID_FROM = "validFrom";
    static final String VALID_TO = "validTo";
    static final String REASON = "reason";
    static final String MEASURE = "measure";
    static final String LIFTED_ON = "liftedOn";

    static final String OUT_OF_BOUNDS = "立入禁止";

    private Restrictions() {
    }

    /** Finds what puts a place out of bounds on a day; the day on which it was lifted is free. */
    static Stream<Entry> on(String place, LocalDate day, LedgerView view) {
        return place == null
                ? Stream.empty()
                : view.standing(LEDGER).stream().filter(e -> OUT_OF_BOUNDS.equals(e.fields().text(MEASURE)))
                        .filter(e -> Names.areSame(place, e.fields().text(PLACE)))
                        .filter(e -> Days.isWithin(day, e.fields().date(VALID_FROM), e.fields().date(VALID_TO)))
                        .filter(e -> !LIFTED.equals(e.state())
                                || Days.isAfter(e.fields().date(LIFTED_ON), day));
    }
}
