package org.daicho.chapter.council;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.Entry;
import org.daicho.ledger.Fields;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.spi.Texts;

/**
 * What the register of places must fulfil, so that a name means one place (3-1(1)) and a number one cabinet (5-2).
 */
final class PlaceRules {

    /** 様式5 writes a cabinet's number in at most three digits. */
    private static final long GREATEST_NUMBER = 999;

    private static final Set<String> EMPTYING = Set.of("correct", Places.RETIRE);

    private final Rules rules;

    PlaceRules(Texts texts) {
        rules = new Rules(Places.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                content("3-1(1)", Places.NAME, "place.name", PlaceRules::isNameTaken),
                content("3-1(2)", Places.RESTRICTED, "place.restricted",
                        (change, view) -> !isCabinet(change.fields()) && !change.fields().has(Places.RESTRICTED)),
                content("5-2", Places.ROOM, "place.noCabinet", PlaceRules::hasCabinetColumns),
                content("5-2", Places.NUMBER, "place.number", PlaceRules::isNumberWrong),
                content("5-2", Places.NUMBER, "place.numberTaken", PlaceRules::isNumberTaken),
                content("5-2", Places.ROOM, "place.room", (change, view) -> isCabinet(change.fields())
                        && Places.room(change.fields(), Places.active(view)).isEmpty()),
                rules.rule("5-2", EMPTYING, Places.NAME, "place.inUse", PlaceRules::leavesCabinets));
    }

    private Rule content(String clause, String field, String message, Rules.Test broken) {
        return rules.rule(clause, Rules.CONTENT, field, message, broken);
    }

    private static boolean isCabinet(Fields place) {
        return Places.CABINET.equals(place.text(Places.KIND));
    }

    private static boolean isNameTaken(Change change, LedgerView view) {
        String key = Places.key(change.fields().text(Places.NAME));
        return others(change, view).anyMatch(e -> Places.key(e.fields().text(Places.NAME)).equals(key));
    }

    private static boolean hasCabinetColumns(Change change, LedgerView view) {
        return !isCabinet(change.fields())
                && (change.fields().has(Places.NUMBER) || change.fields().has(Places.ROOM));
    }

    private static boolean isNumberWrong(Change change, LedgerView view) {
        Long number = change.fields().integer(Places.NUMBER);
        return isCabinet(change.fields()) && (number == null || number < 1 || number > GREATEST_NUMBER);
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
        String name = Places.key(change.before().fields().text(Places.NAME));
        boolean stays = Places.ACTIVE.equals(change.state()) && !isCabinet(change.fields())
                && name.equals(Places.key(change.fields().text(Places.NAME)));
        return !stays && !isCabinet(change.before().fields()) && others(change, view)
                .anyMatch(e -> isCabinet(e.fields()) && Places.key(e.fields().text(Places.ROOM)).equals(name));
    }

    private static Stream<Entry> others(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        return Places.active(view).filter(e -> !e.id().equals(own));
    }
}
