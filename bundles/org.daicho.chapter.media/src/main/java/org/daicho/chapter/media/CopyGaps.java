package org.daicho.chapter.media;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Locations;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is missing or due about copies that are still kept: their place in the inventory (3-1(1)), their lock (3-1(2)) and
 * their end (3-4).
 */
final class CopyGaps {

    private final Texts texts;

    CopyGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(each("3-1(1)", "place", "gap.copyPlace", CopyGaps::isUnplaced),
                each("3-1(1)", "register", "gap.copyRegister", CopyGaps::isUnregistered),
                each("3-1(2)", "unlocked", "gap.copyUnlocked", (copy, view) -> !CopyRules.isLocked(copy, view)),
                dues("3-4(1)").source(this::ends));
    }

    private static boolean isUnplaced(Fields copy, LedgerView view) {
        return !copy.has(Copies.HANDED_TO) && Locations.find(copy.text(Copies.PLACE), view).isEmpty();
    }

    /** The inventory has to say where the copies are, under their own name or the original's. */
    private static boolean isUnregistered(Fields copy, LedgerView view) {
        Register register = new Register(view);
        String name = copy.has(Copies.REGISTERED_AS) ? copy.text(Copies.REGISTERED_AS) : copy.text(Copies.ASSET);
        return !copy.has(Copies.HANDED_TO) && !(register.isLive() && register.hasAt(name, copy.text(Copies.PLACE)));
    }

    private DutySource each(String clause, String key, String message, BiPredicate<Fields, LedgerView> missing) {
        Dues dues = dues(clause);
        return dues.source(view -> kept(view).filter(e -> missing.test(e.fields(), view))
                .map(e -> dues.duty(key + ":" + e.id(), e.day(), message + suffix(key, view),
                        e.fields().text(Copies.ASSET), e.fields().text(Copies.PLACE))));
    }

    /** Where the chapter that could tell is absent, the text says that paper has to do. */
    private static String suffix(String key, LedgerView view) {
        boolean absent = switch (key) {
        case "place" -> view.places().isEmpty();
        case "register" -> !new Register(view).isLive();
        default -> false;
        };
        return absent ? ".absent" : "";
    }

    private Stream<Duty> ends(LedgerView view) {
        return kept(view).filter(e -> e.fields().has(Copies.KEEP_UNTIL))
                .map(e -> dues(CopyRules.disposalClause(e.fields())).duty(
                        "end:" + e.id() + ":" + e.fields().text(Copies.KEEP_UNTIL),
                        e.fields().date(Copies.KEEP_UNTIL), "duty.copyEnd", e.fields().text(Copies.ASSET),
                        e.fields().text(Copies.PLACE)));
    }

    private static Stream<Entry> kept(LedgerView view) {
        return view.standing(Copies.LEDGER, Copies.RECORDED).stream();
    }

    private Dues dues(String clause) {
        return new Dues(Copies.LEDGER, clause, texts);
    }
}
