package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.neighbour.Reliances.Keys;
import org.daicho.chapter.mynumber.place.Storage;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Where it can't be seen, or is no longer so, that only handlers open what is kept (8-2(5)③): the cabinet is not
 * registered, 様式4 does not have its key or says not who holds it, or someone else holds it. Each cabinet once a month.
 */
public final class StorageGaps {

    private static final String CLAUSE = "8-2(5)③";

    private final Texts texts;

    public StorageGaps(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues(Receipts.LEDGER, CLAUSE).source(this::gaps));
    }

    private List<Duty> gaps(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, Duty> gaps = new LinkedHashMap<>();
        Receipt.all(view).filter(r -> !r.isEnded() && !r.isSettable() && r.fields().has(Receipts.STORAGE))
                .forEach(r -> {
                    Storage storage = new Storage(r.fields().text(Receipts.STORAGE), view);
                    if (!storage.isLocked()) {
                        String why = view.places().isEmpty() ? "gap.place.absent" : "gap.place";
                        put(gaps, "place", storage, r.entry().day(), texts.text(why, storage.name()));
                    }
                    keys(gaps, storage, r.entry().day(), to, view);
                });
        return gaps.values().stream().toList();
    }

    private void keys(Map<String, Duty> gaps, Storage storage, LocalDate received, LocalDate to, LedgerView view) {
        if (!view.isActive(Keys.LEDGER)) {
            put(gaps, "keys", storage, received, texts.text("gap.keys.absent", storage.name()));
            return;
        }
        List<Entry> keys = storage.keys();
        if (keys.isEmpty() || keys.stream().anyMatch(k -> !k.fields().has(Keys.HOLDER))) {
            put(gaps, "keys", storage, received, texts.text("gap.keys", storage.name()));
        }
        for (Entry key : keys) {
            LocalDate changed = Days.of(key.at());
            LocalDate since = changed.isAfter(received) ? changed : received;
            Set<String> handlers = new Handlers(view).ids(since);
            Stream.of(key.fields().person(Keys.HOLDER), key.fields().person(Keys.SPARE_HOLDER)).filter(Objects::nonNull)
                    .filter(p -> !handlers.contains(p.id()) || hasLeft(p, to, view))
                    .forEach(p -> put(gaps, "holder:" + p.id(), storage, hasLeft(p, to, view)
                            ? releasedOn(p, view)
                            : since, texts.text("storage.key", storage.name(), p.name())));
        }
    }

    private static boolean hasLeft(Person person, LocalDate to, LedgerView view) {
        LocalDate released = releasedOn(person, view);
        return released != null && !released.isAfter(to);
    }

    /** Returns the day on which the last row of a person ended; {@code null} where one goes on, or there is none. */
    private static LocalDate releasedOn(Person person, LedgerView view) {
        List<Entry> rows = new Handlers(view).rows()
                .filter(e -> person.isSameAs(e.fields().person(Handlers.HANDLER))).toList();
        return rows.stream().anyMatch(e -> !e.fields().has(Handlers.RELEASED_ON))
                ? null
                : rows.stream().map(e -> e.fields().date(Handlers.RELEASED_ON)).max(LocalDate::compareTo).orElse(null);
    }

    private static void put(Map<String, Duty> gaps, String what, Storage storage, LocalDate day, Text text) {
        String key = what + ":" + Names.key(storage.name()) + ":" + YearMonth.from(day);
        gaps.putIfAbsent(key, new Duty(key, Receipts.LEDGER, CLAUSE, text, Days.before(day), null));
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
