package org.daicho.chapter.incidents;

import java.util.Comparator;
import java.util.List;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * The contact list (様式6) and what is recorded about it.
 */
final class Contacts {

    static final String LEDGER = "incidents.contacts";
    static final String REVIEWS = "incidents.contact-reviews";

    static final String SECTION = "section";
    static final String INTERNAL = "internal";
    static final String WARD = "ward";
    static final String EXTERNAL = "external";

    static final String ORDER = "order";
    static final String NAME = "name";
    static final String POSITION = "position";
    static final String PARTY = "party";
    static final String ROLE = "role";
    static final String CONTACT = "contact";
    static final String PERSON = "person";

    private static final String ACTIVE = "active";
    private static final Comparator<Entry> IN_ORDER = Comparator.comparing(e -> e.fields().integer(ORDER),
            Comparator.nullsLast(Comparator.naturalOrder()));

    private Contacts() {
    }

    /** Returns the contacts of a part of the list that are in use, the internal ones in their order (順位). */
    static List<Entry> of(String section, LedgerView view) {
        return view.find(LEDGER, SECTION, section, ACTIVE).stream()
                .sorted(IN_ORDER).toList();
    }

    /** Returns whom to ask when data was destroyed, altered or leaked by unauthorised access (6-2(3)②). */
    static List<String> contractors(LedgerView view) {
        List<Entry> external = of(EXTERNAL, view);
        List<Entry> maintenance = external.stream().filter(e -> e.fields().has(ROLE)
                && e.fields().text(ROLE).matches("(?s).*(保守|システム).*")).toList();
        return (maintenance.isEmpty() ? external : maintenance).stream()
                .map(e -> e.fields().text(PARTY) + " " + e.fields().text(CONTACT)).toList();
    }
}
