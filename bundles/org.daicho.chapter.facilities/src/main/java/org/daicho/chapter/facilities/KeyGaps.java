package org.daicho.chapter.facilities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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
 * that is known to be lockable (5-3(2)), the report of a lost key (6-1(1)); and the keys that a person who leaves still
 * holds (2-4).
 */
final class KeyGaps {

    private static final String REPORTS = "incidents.reports";

    private final Texts texts;
    private final Clock clock;

    KeyGaps(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("5-3(1)", Locking.LEDGER, this::unkeyed),
                new DutySource("5-3(1)", Keys.LEDGER, this::open),
                new DutySource("5-3(2)", Keys.LEDGER, this::spares),
                new DutySource("6-1(1)", Keys.LEDGER, this::losses));
    }

    /** A gap of each month's check of 様式5 until it is mended, as 様式4 has no check of its own. */
    private List<Duty> unkeyed(LocalDate from, LocalDate to, LedgerView view) {
        Cabinets cabinets = Cabinets.read(view);
        List<Entry> keys = Keys.kept(view).toList();
        LocalDate due = Days.earlier(to, LocalDate.now(clock));
        return !cabinets.registered()
                ? List.of()
                : cabinets.all().stream().filter(Place::lockable)
                        .filter(c -> keys.stream().noneMatch(k -> Keys.locks(k.fields(), c)))
                        .map(c -> new Duty("key:" + c.number(), Locking.LEDGER, "5-3(1)",
                                texts.text("gap.unkeyed", String.valueOf(c.number()), c.name()), due, null))
                        .toList();
    }

    /** What is known to be open is no proper place for a key. */
    private List<Duty> open(LocalDate from, LocalDate to, LedgerView view) {
        return Keys.kept(view).filter(e -> Cabinets.place(e.fields().text(Keys.KEY_LOCATION), view)
                .filter(place -> !place.lockable()).isPresent())
                .map(e -> new Duty("place:" + e.id(), Keys.LEDGER, "5-3(1)", texts.text("gap.keyOpen",
                        e.fields().text(Keys.KEY), e.fields().text(Keys.KEY_LOCATION)), Days.created(e), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    private List<Duty> spares(LocalDate from, LocalDate to, LedgerView view) {
        return Keys.kept(view).filter(e -> isUnproven(e.fields(), view))
                .map(e -> new Duty("spare:" + e.id(), Keys.LEDGER, "5-3(2)",
                        texts.text(view.places().isEmpty() ? "gap.spare.absent" : "gap.spare",
                                e.fields().text(Keys.KEY), e.fields().text(Keys.SPARE_KEY_LOCATION)),
                        Days.created(e), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** A place that was registered as lockable, or attested to be, is proven; it may cease to be. */
    private static boolean isUnproven(Fields key, LedgerView view) {
        return key.has(Keys.SPARE_KEY_LOCATION) && !key.isTrue(Keys.SPARE_LOCKABLE)
                && Cabinets.place(key.text(Keys.SPARE_KEY_LOCATION), view).filter(Place::lockable).isEmpty();
    }

    private List<Duty> losses(LocalDate from, LocalDate to, LedgerView view) {
        boolean live = view.isActive(REPORTS);
        return Keys.kept(view).filter(e -> Keys.LOST.equals(e.state()))
                .filter(e -> !Incidents.isReported(e.fields(), view))
                .map(e -> new Duty("lost:" + e.id(), Keys.LEDGER, "6-1(1)",
                        texts.text(live ? "duty.keyLost" : "duty.keyLost.absent", e.fields().text(Keys.KEY)),
                        e.fields().date(Keys.LOST_ON), e.fields().person(Keys.HOLDER)))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** Keys, and spare keys, that a person holds; a lost one is to be accounted for. */
    List<OpenItem> openItems(Person leaving, LedgerView view) {
        return Stream.of(Keys.HOLDER, Keys.SPARE_HOLDER)
                .flatMap(column -> view.find(Keys.LEDGER, column, leaving.id()).stream()
                        .filter(e -> e.erased() == null && !Keys.RETIRED.equals(e.state()))
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
}
