package org.daicho.chapter.facilities;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/**
 * What 様式4 lacks: a row for each cabinet that can be locked and a proper place for its key (5-3(1)), a spare key's place
 * that is known to be lockable (5-3(2)); and the keys that a person who leaves still holds (2-4).
 */
final class KeyGaps {

    private final Texts texts;

    KeyGaps(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(dues(Locking.LEDGER, "5-3(1)").source(this::unkeyed),
                dues(Keys.LEDGER, "5-3(1)").source(this::open),
                dues(Keys.LEDGER, "5-3(2)").source(this::spares));
    }

    /** A gap of each month's check of 様式5 until it is mended, as 様式4 has no check of its own. */
    private List<Duty> unkeyed(LocalDate from, LocalDate to, LedgerView view) {
        Cabinets cabinets = Cabinets.read(view);
        List<Entry> keys = Keys.kept(view).toList();
        LocalDate due = Days.earlier(to, view.today());
        return !cabinets.registered()
                ? List.of()
                : cabinets.all().stream().filter(Place::lockable)
                        .filter(c -> keys.stream().noneMatch(k -> Keys.locks(k.fields(), c)))
                        .map(c -> dues(Locking.LEDGER, "5-3(1)").duty("key:" + c.number(), due, "gap.unkeyed",
                                String.valueOf(c.number()), c.name()))
                        .toList();
    }

    /** What is known to be open is no proper place for a key. */
    private Stream<Duty> open(LedgerView view) {
        return Keys.kept(view).filter(e -> Cabinets.place(e.fields().text(Keys.KEY_LOCATION), view)
                .filter(place -> !place.lockable()).isPresent())
                .map(e -> dues(Keys.LEDGER, "5-3(1)").duty("place:" + e.id(), Days.created(e), "gap.keyOpen",
                        e.fields().text(Keys.KEY), e.fields().text(Keys.KEY_LOCATION)));
    }

    private Stream<Duty> spares(LedgerView view) {
        return Keys.kept(view).filter(e -> isUnproven(e.fields(), view))
                .map(e -> dues(Keys.LEDGER, "5-3(2)").duty("spare:" + e.id(), Days.created(e),
                        view.places().isEmpty() ? "gap.spare.absent" : "gap.spare", e.fields().text(Keys.KEY),
                        e.fields().text(Keys.SPARE_KEY_LOCATION)));
    }

    /** A place that was registered as lockable, or attested to be, is proven; it may cease to be. */
    private static boolean isUnproven(Fields key, LedgerView view) {
        return key.has(Keys.SPARE_KEY_LOCATION) && !key.isTrue(Keys.SPARE_LOCKABLE)
                && Cabinets.place(key.text(Keys.SPARE_KEY_LOCATION), view).filter(Place::lockable).isEmpty();
    }

    /** Keys, and spare keys, that a person holds; a lost one is to be accounted for. */
    List<OpenItem> openItems(Person leaving, LedgerView view) {
        return Stream.of(Keys.HOLDER, Keys.SPARE_HOLDER)
                .flatMap(column -> view.find(Keys.LEDGER, column, leaving.id()).stream()
                        .filter(e -> !Keys.RETIRED.equals(e.state()))
                        .map(e -> new OpenItem(Keys.LEDGER, e.id(), texts.text(message(column, e),
                                e.fields().text(Keys.KEY)))))
                .toList();
    }

    private static String message(String column, Entry key) {
        if (Keys.LOST.equals(key.state())) {
            return "open.keyLost";
        }
        return Keys.HOLDER.equals(column) ? "open.key" : "open.spareKey";
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
