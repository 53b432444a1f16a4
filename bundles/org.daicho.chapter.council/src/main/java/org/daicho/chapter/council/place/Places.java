package org.daicho.chapter.council.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.chapter.council.register.Registers;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The places that the procedure reaches (1-2(2)), and the cabinets that stand in them (3-1(2), 5-2).
 */
public final class Places {

    public static final String LEDGER = Registers.PLACES;
    static final String ACTIVE = "active";
    public static final String RETIRE = "retire";

    public static final String NUMBER = "number";
    public static final String NAME = "name";
    public static final String KIND = "kind";
    public static final String ROOM = "room";
    public static final String LOCKABLE = "lockable";
    public static final String RESTRICTED = "restricted";

    public static final String OFFICE = "執務室";
    public static final String ACTIVITY = "委員活動場所";
    public static final String CABINET = "書庫";

    /** The kinds of place in the procedure's scope, by the clause that names them. */
    private static final Map<String, String> SCOPE = Map.of("1-2(2)①", OFFICE, "1-2(2)②", ACTIVITY);

    private final Texts texts;

    public Places(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return SCOPE.keySet().stream().sorted()
                .map(clause -> dues(clause).source((from, to, view) -> missing(clause, view))).toList();
    }

    private List<Duty> missing(String clause, LedgerView view) {
        String kind = SCOPE.get(clause);
        return active(view).anyMatch(e -> kind.equals(e.fields().text(KIND)))
                ? List.of()
                : List.of(dues(clause).duty("scope:" + clause, Registers.begun(view), "gap.scope", kind));
    }

    /** Returns the places as other modules see them. */
    public static List<Place> places(LedgerView view) {
        List<Entry> active = active(view).toList();
        return active.stream().map(e -> new Place(e.fields().text(NAME), e.fields().isTrue(LOCKABLE),
                isOffice(e.fields(), active), number(e.fields()), e.fields().text(ROOM))).toList();
    }

    private static Integer number(Fields place) {
        Long number = place.integer(NUMBER);
        return number == null ? null : Math.toIntExact(number);
    }

    /** A cabinet is as safe as the place it stands in; other places are no office even where outsiders don't enter. */
    private static boolean isOffice(Fields place, List<Entry> active) {
        if (CABINET.equals(place.text(KIND))) {
            return room(place, active.stream()).filter(room -> isOffice(room.fields(), active)).isPresent();
        }
        return isScope(place) && place.isTrue(RESTRICTED);
    }

    /** Tells whether a place is an office or a place of activity, 1-2(2). */
    static boolean isScope(Fields place) {
        return place.has(KIND) && SCOPE.containsValue(place.text(KIND));
    }

    static Stream<Entry> active(LedgerView view) {
        return view.standing(LEDGER, ACTIVE).stream().filter(e -> e.fields().has(NAME));
    }

    /** Finds the place, no cabinet, in which a cabinet stands. */
    static Optional<Entry> room(Fields cabinet, Stream<Entry> active) {
        return active.filter(e -> !CABINET.equals(e.fields().text(KIND)))
                .filter(e -> Names.areSame(e.fields().text(NAME), cabinet.text(ROOM))).findFirst();
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
