package org.daicho.ledger.engine.right;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.Values;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;

/**
 * Records who reads what of the ledgers that ask for a registered terminal, before it is handed out: what can't be
 * recorded is not shown (8-2(5)①). It names entries by their number alone, so it tells nothing once they are erased. The
 * same reading within an hour, such as a page that is loaded again, is recorded once. Safe for use by many threads.
 */
public final class ReadingRecorder {

    /** A list of entries. */
    public static final String LIST = "一覧";
    /** One entry with its versions. */
    public static final String ENTRY = "記録";
    /** A sheet. */
    public static final String SHEET = "用紙";
    /** A proof that opens an entry. */
    public static final String PROOF = "証明";

    private static final Duration ONCE = Duration.ofHours(1);
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_NUMBERS = 20;

    private final Commits commits;
    private final LedgerClock clock;
    private final Map<List<Object>, Instant> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Instant> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** Records by {@code commits}. */
    public ReadingRecorder(Commits commits, LedgerClock clock) {
        this.commits = commits;
        this.clock = clock;
    }

    /**
     * Records a reading.
     *
     * @param permissions the reader's
     * @param kind        how it is read
     * @param entries     what is handed out; nothing is no reading
     */
    public void record(Permissions permissions, String kind, List<Entry> entries) {
        Definition definition = permissions.definition();
        if (!definition.terminal() || entries.isEmpty()) {
            return;
        }
        Person reader = permissions.caller().person();
        List<Object> reading = new ArrayList<>(List.of(reader.id(), definition.id(), kind));
        entries.forEach(entry -> reading.add(entry.id()));
        Instant now = clock.instant();
        if (isKnown(reading, now)) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("viewedAt", Values.dateTime(clock.now().withNano(0)));
        fields.put("reader", Map.of("id", reader.id(), "name", reader.name()));
        fields.put("ledger", definition.id());
        fields.put("title", definition.title().ja());
        fields.put("kind", kind);
        fields.put("count", (long) entries.size());
        fields.put("numbers", numbers(definition, entries));
        fields.put("entry", entries.size() == 1 ? entries.get(0).id() : null);
        commits.record(SystemLedgers.VIEWS, reader, permissions.reader(), reads -> fields);
        remember(reading, now);
    }

    private static String numbers(Definition definition, List<Entry> entries) {
        String column = definition.columns().stream()
                .filter(c -> c.fill() == Fill.NUMBER || c.fill() == Fill.FISCAL_NUMBER).map(Column::name).findFirst()
                .orElse(null);
        if (column == null) {
            return null;
        }
        List<String> all = entries.stream().map(entry -> entry.fields().values().get(column)).filter(Objects::nonNull)
                .map(String::valueOf).toList();
        String first = all.stream().limit(MOST_NUMBERS).collect(Collectors.joining("、"));
        return all.isEmpty() ? null : all.size() > MOST_NUMBERS ? first + "、…" : first;
    }

    private synchronized boolean isKnown(List<Object> reading, Instant now) {
        Instant before = known.get(reading);
        return before != null && now.isBefore(before.plus(ONCE));
    }

    private synchronized void remember(List<Object> reading, Instant now) {
        known.put(reading, now);
    }
}
