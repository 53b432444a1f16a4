package org.daicho.ledger.engine.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;

import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;

/**
 * Reads entries with all their columns, under the definition that their ledger has now. Safe for use by many threads.
 */
public final class EntryReader {

    private static final int CHUNK = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Store store;
    private final EntryCodec codec;
    private final ModuleRegistry modules;
    private final Terms terms;
    private final RuleRunner runner;

    /** Makes a reader. */
    public EntryReader(Store store, EntryCodec codec, ModuleRegistry modules, Terms terms, RuleRunner runner) {
        this.store = store;
        this.codec = codec;
        this.modules = modules;
        this.terms = terms;
        this.runner = runner;
    }

    /** Entries and the cursor behind the last of them; {@code null} where there is none. */
    public record Slice(List<Entry> entries, Long next) {
    }

    /** Reads an entry of a ledger as it stands. */
    public Optional<Entry> newest(String ledger, String id) {
        return store.newest(id).filter(row -> row.ledger().equals(ledger)).map(this::open);
    }

    /** Reads every version of an entry, oldest first; empty where there is none. */
    public List<Entry> versions(String ledger, String id) {
        return store.versions(id).stream().filter(row -> row.ledger().equals(ledger)).map(this::open).toList();
    }

    /** Reads the versions at some leaves. */
    public List<Entry> at(List<Long> leaves) {
        return leaves.stream().flatMap(leaf -> store.versions(leaf, leaf + 1).stream()).map(this::open).toList();
    }

    /** Reads all entries of a ledger, oldest first. */
    public List<Entry> all(String ledger) {
        return scan(after -> store.list(ledger, after, Long.MAX_VALUE, CHUNK));
    }

    /** Reads the entries of a span of days, oldest first. */
    public List<Entry> between(String ledger, LocalDate from, LocalDate to) {
        LocalDate first = from == null ? FIRST_DAY : from;
        LocalDate last = to == null ? LAST_DAY : to;
        return scan(after -> store.list(ledger, first, last, after, Long.MAX_VALUE, CHUNK));
    }

    /** Finds the entries whose column has a value, oldest first. */
    public List<Entry> find(String ledger, String column, String value) {
        List<String> term = List.of(terms.whole(ledger, column, value));
        return scan(after -> store.list(ledger, term, after, Long.MAX_VALUE, CHUNK)).stream()
                .filter(entry -> has(entry, column, value)).toList();
    }

    /** Tells whether a column has a value, by the search key, or refers to the entry of that id. */
    public static boolean has(Entry entry, String column, String value) {
        Object held = entry.fields().values().get(column);
        Link link = entry.links().get(column);
        return held != null && Terms.key(Terms.value(held)).equals(Terms.key(value))
                || link != null && link.id().equals(value);
    }

    /**
     * Reads a slice of a ledger.
     *
     * @param ledger the ledger
     * @param needed search terms that an entry must have; may be empty
     * @param from   the first day, or {@code null}
     * @param to     the last day, or {@code null}
     * @param after  the cursor to go on from, -1 from the start
     * @param limit  how many at most
     * @param filter what else an entry has to fulfil
     */
    public Slice slice(String ledger, List<String> needed, LocalDate from, LocalDate to, long after, int limit,
            Predicate<Entry> filter) {
        List<Entry> entries = new ArrayList<>();
        long last = after;
        long cursor = after;
        while (true) {
            long position = cursor;
            List<VersionRow> rows = rows(ledger, needed, from, to, position, Math.min(CHUNK, limit + 1));
            for (VersionRow row : rows) {
                cursor = row.firstLeaf();
                Entry entry = open(row);
                if (row.ledger().equals(ledger) && isWithin(entry, from, to) && filter.test(entry)) {
                    if (entries.size() == limit) {
                        return new Slice(entries, last);
                    }
                    entries.add(entry);
                    last = row.firstLeaf();
                }
            }
            if (rows.size() < Math.min(CHUNK, limit + 1)) {
                return new Slice(entries, null);
            }
        }
    }

    private List<VersionRow> rows(String ledger, List<String> needed, LocalDate from, LocalDate to, long after,
            int limit) {
        if (!needed.isEmpty()) {
            return store.list(ledger, needed, after, Long.MAX_VALUE, limit);
        }
        return from == null && to == null
                ? store.list(ledger, after, Long.MAX_VALUE, limit)
                : store.list(ledger, from == null ? FIRST_DAY : from, to == null ? LAST_DAY : to, after,
                        Long.MAX_VALUE, limit);
    }

    /** Tells whether an entry's day lies in a span; {@code null} for no bound. */
    static boolean isWithin(Entry entry, LocalDate from, LocalDate to) {
        return (from == null || !entry.day().isBefore(from)) && (to == null || !entry.day().isAfter(to));
    }

    /** Returns the search terms that an entry has; see {@link TermIndex}. */
    public Set<String> terms(String id) {
        return store.newest(id).filter(row -> row.erasure() == null).map(row -> terms
                .of(modules.newest(row.ledger()).orElseThrow().definition(), codec.open(row)))
                .orElse(Set.of());
    }

    /** Tells whether the definition that a ledger has now has a place for all that a version holds. */
    public boolean isExpressible(Entry entry) {
        Definition written = modules.definition(entry.definition()).map(KnownDefinition::definition).orElse(null);
        Definition now = modules.known(entry.ledger()).map(KnownDefinition::definition).orElse(written);
        return written == null || written.revision() <= now.revision() || now.state(entry.state()).isPresent()
                && entry.fields().values().keySet().stream().allMatch(name -> now.column(name).isPresent())
                && written.columns().stream().noneMatch(c -> c.secret() && now.column(c.name()).isEmpty());
    }

    /** Reads a stored version under the definition that its ledger has now. */
    public Entry open(VersionRow row) {
        Entry entry = content(row);
        KnownDefinition known = modules.known(row.ledger()).orElse(null);
        if (known == null || known.digest().equals(row.definition()) || entry.erased() != null) {
            return entry;
        }
        Definition written = modules.definition(row.definition()).map(KnownDefinition::definition).orElse(null);
        if (written != null && written.revision() >= known.definition().revision()) {
            return with(entry, without(entry.fields(), written, known.definition()));
        }
        LiveLedger live = modules.live(row.ledger()).orElse(null);
        if (live == null) {
            return entry;
        }
        int revision = written == null ? 0 : written.revision();
        return with(entry, runner.call(live, "0-1", () -> live.module().upcast(row.ledger(), revision,
                entry.fields())));
    }

    /** Reads what a version holds; where it was erased since its row was read, what is left of it. */
    private Entry content(VersionRow row) {
        try {
            return codec.open(row);
        } catch (StoreException e) {
            return store.versions(row.leafIndex(), row.leafIndex() + 1).stream().filter(r -> r.erasure() != null)
                    .findFirst().map(codec::open).orElseThrow(() -> e);
        }
    }

    /** Leaves out what a newer definition keeps secret and the present one doesn't know. */
    private static Fields without(Fields fields, Definition written, Definition now) {
        Map<String, Object> values = new LinkedHashMap<>(fields.values());
        written.columns().stream().filter(c -> c.secret() && now.column(c.name()).isEmpty())
                .forEach(c -> values.remove(c.name()));
        return new Fields(values);
    }

    /** Returns a version with other fields. */
    public static Entry with(Entry e, Fields fields) {
        return new Entry(e.id(), e.ledger(), e.version(), e.state(), e.action(), fields, e.links(), e.by(), e.as(),
                e.at(),
                e.createdBy(), e.createdAt(), e.day(), e.leafIndex(), e.reason(), e.confirmations(), e.definition(),
                e.erased());
    }

    private List<Entry> scan(LongFunction<List<VersionRow>> page) {
        List<Entry> entries = new ArrayList<>();
        long after = -1;
        while (true) {
            List<VersionRow> rows = page.apply(after);
            rows.forEach(row -> entries.add(open(row)));
            if (rows.size() < CHUNK) {
                return entries;
            }
            after = rows.get(rows.size() - 1).firstLeaf();
        }
    }
}
