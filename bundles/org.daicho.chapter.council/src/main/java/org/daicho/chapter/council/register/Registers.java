package org.daicho.chapter.council.register;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.view.LedgerView;

/**
 * The registers with which a council begins; what is missing from them is due since then.
 */
public final class Registers {

    /** The register of what the council is called. */
    static final String PROFILE = "council.profile";
    /** The register of members and staff. */
    public static final String MEMBERS = "council.members";
    /** The register of places and cabinets. */
    public static final String PLACES = "council.places";
    /** The register of policies and laws. */
    public static final String DOCUMENTS = "council.documents";

    private Registers() {
    }

    /** Returns the day on which the council began to keep them; today where nothing was written yet. */
    public static LocalDate begun(LedgerView view) {
        return Stream.of(PROFILE, MEMBERS, PLACES, DOCUMENTS).flatMap(id -> view.all(id).stream()).map(Days::created)
                .reduce(view.today(), Days::earlier);
    }
}
