package org.daicho.ledger.engine.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.Batch;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.TreeHash;

/**
 * One transaction of the writer while it is put together: what is to be inserted, the tree that grows with it, and what
 * the transaction's own writes have changed so far. One use, one thread.
 */
final class Stage implements AutoCloseable {

    private record Series(String ledger, String name) {
    }

    private final Connection connection;
    private final Store store;
    private final EntryCodec codec;
    private final EntryKeys keys;
    private final Terms terms;
    private final Clock clock;
    private final Changes changes;
    private final long base;
    private final CompactRange tree;
    private final Batch batch;
    private final Map<String, byte[]> newKeys = new HashMap<>();
    private final Map<Series, Long> numbers = new LinkedHashMap<>();
    private final Set<Series> newSeries = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Map<Long, Set<String>> changed = new LinkedHashMap<>();

    Stage(Connection connection, Writer.Parts parts, Changes changes, LogState before, CompactRange tree) {
        this.connection = connection;
        this.store = parts.store();
        this.codec = parts.codec();
        this.keys = parts.keys();
        this.terms = parts.terms();
        this.clock = parts.clock();
        this.changes = changes;
        this.base = before.base();
        this.tree = tree;
        this.batch = new Batch(connection, before.log());
    }

    CompactRange tree() {
        return tree;
    }

    /**
     * Adds a definition as a leaf.
     *
     * @param searched the definition where entries are found by other terms under it than before, else {@code null}
     * @throws RetryException where an entry of the ledger is written in this transaction
     */
    void define(DefinitionRow row, byte[] leaf, Definition searched) throws SQLException {
        if (isChangedHere(Reads.ledger(row.ledger()))) {
            throw new RetryException();
        }
        if (searched != null) {
            batch.removeTerms(row.ledger());
            new TermIndex(store, codec, terms).fill(searched, batch);
        }
        long index = append(leaf);
        changed.computeIfAbsent(index, i -> new HashSet<>()).add(Reads.definition(row.ledger()));
        batch.definition(new DefinitionRow(row.digest(), row.ledger(), row.revision(), index, row.json()));
    }

    /**
     * Adds versions, all or none.
     *
     * @return the versions as they are to be, or an earlier one that a repeated request had led to
     * @throws RetryException where what one of them rests on has changed
     */
    List<Entry> write(List<Write> writes) throws SQLException {
        Write.Repeat repeat = writes.get(0).repeat();
        if (repeat != null) {
            Store.Repeat earlier = store.repeat(connection, repeat.key()).orElse(null);
            if (earlier != null && earlier.isRecent(clock.millis())) {
                return List.of(repeated(repeat, earlier));
            }
            claim("R" + repeat.key());
        }
        List<EntryRow> current = new ArrayList<>();
        for (Write write : writes) {
            current.add(fitting(write));
        }
        // Nothing is added before all of them fit.
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            entries.add(add(writes.get(i), current.get(i)));
        }
        return entries;
    }

    /** Returns where the entry stands that a version follows, {@code null} for a new one. */
    private EntryRow fitting(Write write) throws SQLException {
        Entry draft = write.draft();
        claim(Reads.entry(draft.id()));
        EntryRow current = draft.version() == 1 ? null : store.entry(connection, draft.id()).orElse(null);
        int version = current == null ? 0 : current.version();
        if (version != draft.version() - 1 || current != null && current.erasure() != null
                || !changes.hold(write.reads()) || write.reads().keys().stream().anyMatch(this::isChangedHere)) {
            throw new RetryException();
        }
        if (write.erases() != null) {
            Entry erased = write.erases().entry();
            claim(Reads.entry(erased.id()));
            EntryRow row = store.entry(connection, erased.id()).orElseThrow();
            if (row.erasure() != null || row.version() != erased.version()) {
                throw new RetryException();
            }
        }
        return current;
    }

    private Entry add(Write write, EntryRow current) throws SQLException {
        if (write.erases() != null) {
            erase(write.erases(), write.draft().id());
        }
        return append(write, current);
    }

    private Entry append(Write write, EntryRow current) throws SQLException {
        Entry draft = write.draft();
        Definition definition = write.definition();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant createdAt = current == null ? now : draft.createdAt();
        LocalDate day = EntryCodec.day(definition, draft.fields(), createdAt);
        Fields fields = current == null ? numbered(definition, draft.fields(), day) : draft.fields();
        Entry entry = new Entry(draft.id(), draft.ledger(), draft.version(), draft.state(), draft.action(), fields,
                draft.links(), draft.by(), draft.as(), now, draft.createdBy(), createdAt, day, base + tree.size(),
                draft.reason(),
                draft.confirmations(), draft.definition(), null);
        // A new entry has a key already where an earlier transaction with it failed after its keys were written.
        byte[] key = current == null
                ? keys.find(entry.id()).orElseGet(keys::newKey)
                : keys.find(entry.id()).orElseThrow();
        byte[] content = codec.seal(entry, key);
        byte[] leaf = EntryCodec.leaf(entry, definition, key).bytes();
        if (current == null) {
            newKeys.put(entry.id(), key);
        }
        long index = append(leaf);
        long first = current == null ? index : current.firstLeaf();
        batch.version(new VersionRow(index, entry.id(), entry.ledger(), entry.version(), entry.state(), day,
                now.toEpochMilli(), entry.definition(), content, first, null));
        Set<String> old = write.terms();
        Set<String> found = terms.of(write.searched(), fields, draft.links());
        batch.removeTerms(without(old, found), first);
        batch.terms(without(found, old), first);
        Set<String> affected = new LinkedHashSet<>(List.of(Reads.entry(entry.id()), Reads.ledger(entry.ledger())));
        old.forEach(term -> affected.add(Reads.term(term)));
        found.forEach(term -> affected.add(Reads.term(term)));
        changed.computeIfAbsent(index, i -> new HashSet<>()).addAll(affected);
        if (write.repeat() != null) {
            batch.repeat(write.repeat().key(), new Store.Repeat(write.repeat().request(), entry.id(), entry.version(),
                    now.toEpochMilli()));
        }
        return entry;
    }

    private void erase(Write.Erases erases, String record) throws SQLException {
        Entry entry = erases.entry();
        batch.erase(entry.id(), record);
        batch.removeTerms(erases.terms(), store.entry(connection, entry.id()).orElseThrow().firstLeaf());
        Set<String> affected = changed.computeIfAbsent(base + tree.size(), i -> new HashSet<>());
        affected.addAll(List.of(Reads.entry(entry.id()), Reads.ledger(entry.ledger())));
        erases.terms().forEach(term -> affected.add(Reads.term(term)));
    }

    private Entry repeated(Write.Repeat repeat, Store.Repeat earlier) {
        earlier.requireSame(repeat.request());
        return store.versions(earlier.entry()).stream().filter(row -> row.version() == earlier.version()).findFirst()
                .map(codec::open).orElseThrow();
    }

    /** Makes sure that one transaction has at most one write of a thing; the next one takes the second. */
    private void claim(String key) {
        if (!touched.add(key)) {
            throw new RetryException();
        }
    }

    private boolean isChangedHere(String key) {
        return changed.values().stream().anyMatch(keys -> keys.contains(key));
    }

    private Fields numbered(Definition definition, Fields fields, LocalDate day) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>(fields.values());
        for (Column column : definition.columns()) {
            if (column.fill() == Fill.NUMBER) {
                values.put(column.name(), next(new Series(definition.id(), column.name())));
            } else if (column.fill() == Fill.FISCAL_NUMBER) {
                int year = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
                values.put(column.name(), year + "-" + next(new Series(definition.id(), column.name() + "/" + year)));
            }
        }
        return new Fields(values);
    }

    private long next(Series series) throws SQLException {
        Long last = numbers.get(series);
        if (last == null) {
            last = store.lastNumber(connection, series.ledger(), series.name());
            if (last == 0) {
                newSeries.add(series);
            }
        }
        numbers.put(series, last + 1);
        return last + 1;
    }

    private long append(byte[] leaf) throws SQLException {
        long index = base + tree.append(TreeHash.leaf(leaf), batch);
        batch.leaf(index, leaf);
        return index;
    }

    /** Forgets the requests that can no longer be repeated. */
    void forget() throws SQLException {
        batch.forgetRepeats(clock.millis() - Store.Repeat.LASTS);
    }

    /** Sends everything but the commit; the new keys are durable before. */
    void send(String checkpoint, boolean first) throws SQLException, java.io.IOException {
        keys.add(newKeys);
        for (Map.Entry<Series, Long> number : numbers.entrySet()) {
            batch.number(number.getKey().ledger(), number.getKey().name(), number.getValue(),
                    newSeries.contains(number.getKey()));
        }
        batch.checkpoint(tree.size(), checkpoint, first);
        batch.execute();
    }

    /** Remembers what was changed, after the commit. */
    void committed() {
        changed.forEach(changes::note);
    }

    @Override
    public void close() throws SQLException {
        batch.close();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
