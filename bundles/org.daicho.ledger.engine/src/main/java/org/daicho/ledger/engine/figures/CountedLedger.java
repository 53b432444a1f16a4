package org.daicho.ledger.engine.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Submission;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.RoleGrant;

/**
 * The ledger as its callers see it, with what was written and refused counted. Safe for use by many threads.
 */
public final class CountedLedger implements Ledger {

    private static final String ACT = "act";

    private final Ledger ledger;
    private final Map<String, LongAdder> writes = new ConcurrentHashMap<>();
    private final Map<LedgerException.Kind, LongAdder> refusals = new ConcurrentHashMap<>();

    /** Counts the calls of a ledger. */
    public CountedLedger(Ledger ledger) {
        this.ledger = ledger;
        List.of(ENTER, CORRECT, ACT, ERASE).forEach(name -> writes.put(name, new LongAdder()));
        for (LedgerException.Kind kind : LedgerException.Kind.values()) {
            refusals.put(kind, new LongAdder());
        }
    }

    /** Returns how many calls wrote. */
    public Map<String, Long> writes() {
        Map<String, Long> sums = new TreeMap<>();
        writes.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }

    /** Returns how many calls were refused. */
    public Map<LedgerException.Kind, Long> refusals() {
        Map<LedgerException.Kind, Long> sums = new EnumMap<>(LedgerException.Kind.class);
        refusals.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }

    @Override
    public List<LedgerInfo> ledgers(Caller caller) {
        return read(() -> ledger.ledgers(caller));
    }

    @Override
    public LedgerInfo ledger(Caller caller, String id) {
        return read(() -> ledger.ledger(caller, id));
    }

    @Override
    public List<RoleGrant> grants(Caller caller) {
        return read(() -> ledger.grants(caller));
    }

    @Override
    public EntryPage list(Caller caller, String id, EntryQuery query) {
        return read(() -> ledger.list(caller, id, query));
    }

    @Override
    public List<Choice> choices(Caller caller, String id, String column, String sought) {
        return read(() -> ledger.choices(caller, id, column, sought));
    }

    @Override
    public Entry get(Caller caller, String id, String entry) {
        return read(() -> ledger.get(caller, id, entry));
    }

    @Override
    public List<Entry> versions(Caller caller, String id, String entry) {
        return read(() -> ledger.versions(caller, id, entry));
    }

    @Override
    public Entry enter(Caller caller, String id, Submission submission) {
        return write(ENTER, () -> ledger.enter(caller, id, submission));
    }

    @Override
    public Entry correct(Caller caller, String id, String entry, int version, Submission submission) {
        return write(CORRECT, () -> ledger.correct(caller, id, entry, version, submission));
    }

    @Override
    public Entry act(Caller caller, String id, String entry, String action, Integer version, Submission submission) {
        return write(ACT, () -> ledger.act(caller, id, entry, action, version, submission));
    }

    @Override
    public Entry erase(Caller caller, String id, String entry, Erasure erasure) {
        return write(ERASE, () -> ledger.erase(caller, id, entry, erasure));
    }

    private Entry write(String name, Supplier<Entry> call) {
        Entry entry = read(call);
        writes.get(name).increment();
        return entry;
    }

    private <T> T read(Supplier<T> call) {
        try {
            return call.get();
        } catch (LedgerException e) {
            refusals.get(e.kind()).increment();
            throw e;
        }
    }
}
