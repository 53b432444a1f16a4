package org.daicho.chapter.council.place;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
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
 * What the register of places must fulfil, so that a name means one place (3-1(1)) and a number one cabinet, which stands
 * in an office or place of activity (5-2). Elsewhere a cabinet stands with a reason only, as it may hold nothing personal;
 * the chapters that keep such things there refuse it.
 */
public final class PlaceRules {

    /** The confirmation code for a cabinet that stands in neither an office nor a place of activity. */
    public static final String OUTSIDE = "outside-office";

    private static final Set<String> EMPTYING = Set.of("correct", Places.RETIRE);

    private final Texts texts;
    private final Rules rules;

    public PlaceRules(Texts texts) {
        this.texts = texts;
        rules = new Rules(Places.LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(
                content("3-1(1)", Places.NAME, "place.name", PlaceRules::isNameTaken),
                content("5-2", Places.ROOM, "place.noCabinet", PlaceRules::hasCabinetColumns),
                content("5-2", Places.NUMBER, "place.numberTaken", PlaceRules::isNumberTaken),
                content("5-2", Places.ROOM, "place.room", (change, view) -> isCabinet(change.fields())
                        && change.fields().has(Places.ROOM)
                        && Places.room(change.fields(), Places.active(view)).isEmpty()),
                rules.check("5-2", Rules.CONTENT, this::standsOutside),
                rules.check("5-2", Set.of(Ledger.CORRECT), this::isOfficeNoMore),
                rules.rule("5-2", EMPTYING, Places.NAME, "place.inUse", PlaceRules::leavesCabinets));
    }

    /** What was confirmed once is not asked again, as long as the cabinet stays. */
    private List<Violation> standsOutside(Change change, LedgerView view) {
        Fields cabinet = change.fields();
        boolean stays = change.before() != null && isCabinet(change.before().fields())
                && Names.areSame(change.before().fields().text(Places.ROOM), cabinet.text(Places.ROOM));
        return !isCabinet(cabinet) || stays
                ? List.of()
                : Places.room(cabinet, Places.active(view)).filter(room -> !Places.isScope(room.fields()))
                        .map(room -> List.of(outside(Places.ROOM, room.fields()))).orElse(List.of());
    }

    private List<Violation> isOfficeNoMore(Change change, LedgerView view) {
        Fields place = change.fields();
        return Places.isScope(change.before().fields()) && !isCabinet(place) && place.has(Places.KIND)
                && !Places.isScope(place) && cabinets(change, view).findAny().isPresent()
                        ? List.of(outside(Places.KIND, place))
                        : List.of();
    }

    private Violation outside(String field, Fields place) {
        return new Violation(field, "5-2", texts.text("place.outside", String.valueOf(place.text(Places.NAME))),
                OUTSIDE);
    }

    /** Returns the cabinets that stand in a place as it was. */
    private static Stream<Entry> cabinets(Change change, LedgerView view) {
        String name = Names.key(change.before().fields().text(Places.NAME));
        return others(change, view)
                .filter(e -> isCabinet(e.fields()) && Names.key(e.fields().text(Places.ROOM)).equals(name));
    }

    private Rule content(String clause, String field, String message, Rules.Test broken) {
        return rules.rule(clause, Rules.CONTENT, field, message, broken);
    }

    private static boolean isCabinet(Fields place) {
        return Places.CABINET.equals(place.text(Places.KIND));
    }

    private static boolean isNameTaken(Change change, LedgerView view) {
        String key = Names.key(change.fields().text(Places.NAME));
        return others(change, view).anyMatch(e -> Names.key(e.fields().text(Places.NAME)).equals(key));
    }

    private static boolean hasCabinetColumns(Change change, LedgerView view) {
        return !isCabinet(change.fields())
                && (change.fields().has(Places.NUMBER) || change.fields().has(Places.ROOM));
    }

    private static boolean isNumberTaken(Change change, LedgerView view) {
        Long number = change.fields().integer(Places.NUMBER);
        return number != null && others(change, view)
                .anyMatch(e -> Objects.equals(e.fields().integer(Places.NUMBER), number));
    }

    /** A place that goes, or goes by another name, must not leave cabinets that stand nowhere. */
    private static boolean leavesCabinets(Change change, LedgerView view) {
        if (change.before() == null) {
            return false;
        }
        String name = Names.key(change.before().fields().text(Places.NAME));
        boolean stays = Places.ACTIVE.equals(change.state()) && !isCabinet(change.fields())
                && name.equals(Names.key(change.fields().text(Places.NAME)));
        return !stays && !isCabinet(change.before().fields()) && cabinets(change, view).findAny().isPresent();
    }

    private static Stream<Entry> others(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        return Places.active(view).filter(e -> !e.id().equals(own));
    }
}
