package org.daicho.chapter.mynumber.place;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The zones in which My Number information is handled (8-2(6)②), and to whom it is filed (8-2(6)③). A handler proposes
 * them and the manager approves, so that nobody makes a destination up. What a live module registers as standing inside
 * an office is a zone too, as it is not outside of it.
 */
public final class Zones {

    public static final String LEDGER = "mynumber.zones";

    static final String NAME = "name";
    static final String KIND = "kind";
    static final String FACILITY = "facility";
    static final String ADDRESSEE = "提出先";

    private static final String ACTIVE = "active";

    private final Rules rules;

    public Zones(Texts texts) {
        rules = new Rules(LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(rules.check("8-2(6)③", Rules.CONTENT, this::twice));
    }

    private List<Violation> twice(Change change, LedgerView view) {
        String id = change.before() == null ? "" : change.before().id();
        return named(change.fields().text(NAME), view).anyMatch(e -> !e.id().equals(id))
                ? List.of(rules.violation(NAME, "8-2(6)③", "zone.twice", change.fields().text(NAME)))
                : List.of();
    }

    private static Stream<Entry> named(String name, LedgerView view) {
        return name == null
                ? Stream.empty()
                : view.standing(LEDGER, ACTIVE).stream()
                        .filter(e -> Names.areSame(name, e.fields().text(NAME)));
    }

    /** Tells whether a name is that of a zone. */
    public static boolean isZone(String name, LedgerView view) {
        return named(name, view).anyMatch(e -> !ADDRESSEE.equals(e.fields().text(KIND)))
                || new Storage(name, view).isOffice();
    }

    /** Tells whether a name is that of someone to whom documents of the tasks are filed. */
    public static boolean isAddressee(String name, LocalDate day, LawData law, LedgerView view) {
        return law.isAddressee(name, day) || named(name, view).anyMatch(e -> ADDRESSEE.equals(e.fields().text(KIND)));
    }

    /** Tells whether two names are those of zones in one facility. */
    public static boolean isOneFacility(String from, String to, LedgerView view) {
        String facility = facility(from, view);
        return !facility.isEmpty() && facility.equals(facility(to, view));
    }

    /** Tells whether two names are those of zones in two facilities. */
    public static boolean areApart(String from, String to, LedgerView view) {
        String facility = facility(from, view);
        String other = facility(to, view);
        return !facility.isEmpty() && !other.isEmpty() && !facility.equals(other);
    }

    private static String facility(String name, LedgerView view) {
        return named(name, view).map(Entry::fields).filter(f -> f.has(FACILITY)).map(Zones::facility).findFirst()
                .orElse("");
    }

    private static String facility(Fields zone) {
        return Names.key(zone.text(FACILITY));
    }
}
