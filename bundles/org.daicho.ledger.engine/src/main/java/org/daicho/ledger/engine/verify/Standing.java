package org.daicho.ledger.engine.verify;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;

/**
 * Makes sure that each entry stands where its newest version says, and that what counts as erased was erased: its record
 * is in the log, and its key is gone. One use, one thread.
 */
final class Standing {

    /** How often a key that is still there is looked for again, and after which pause, in nanoseconds. */
    private static final int LOOKS = 50;
    private static final long PAUSE = 20_000_000;

    private record Newest(int version, long first, long last, String ledger, String state, LocalDate day) {
    }

    private record Creation(Person by, Instant at) {
    }

    private final Store store;
    private final EntryKeys keys;
    private final Map<String, Newest> newest = new HashMap<>();
    private final Map<String, Creation> creations = new HashMap<>();
    private final Map<String, VersionRow> erased = new LinkedHashMap<>();

    Standing(Store store, EntryKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Takes a version; an entry's versions come in their order. */
    void version(VersionRow row) throws MisfitException {
        Newest before = newest.get(row.entry());
        if (row.version() != (before == null ? 1 : before.version() + 1)
                || before != null && !before.ledger().equals(row.ledger())) {
            throw new MisfitException("verify.entry", row.ledger(), row.entry(), row.version(), row.leafIndex());
        }
        newest.put(row.entry(), new Newest(row.version(), before == null ? row.leafIndex() : before.first(),
                row.leafIndex(), row.ledger(), row.state(), row.day()));
    }

    /** Tells whether a version says of its entry's creation what the first version's leaf says: no leaf commits to it. */
    boolean isCreationOf(Entry entry) {
        Creation creation = new Creation(entry.createdBy(), entry.createdAt());
        return entry.version() == 1
                ? creations.put(entry.id(), creation) == null && creation.equals(new Creation(entry.by(), entry.at()))
                : creation.equals(creations.get(entry.id()));
    }

    /** Takes a version whose entry counts as erased. */
    void erased(VersionRow row) {
        erased.put(row.entry(), row);
    }

    /** Compares with where the entries stand in a tree of a size. */
    void check(long size) throws MisfitException {
        long entries = 0;
        for (EntryRow row : store.entries()) {
            if (row.firstLeaf() < size) {
                entries++;
                if (!fits(row, size)) {
                    throw new MisfitException("verify.standing", row.ledger(), row.entry());
                }
            }
        }
        if (entries != newest.size()) {
            throw new MisfitException("verify.entries", newest.size(), entries);
        }
        for (VersionRow row : erased.values()) {
            checkErased(row);
        }
    }

    /** An entry that was written to after the tree had that size is not looked at closely: the next one sees it. */
    private boolean fits(EntryRow row, long size) {
        Newest version = newest.get(row.entry());
        return version != null && version.first() == row.firstLeaf() && version.ledger().equals(row.ledger())
                && (row.lastLeaf() >= size || version.version() == row.version() && version.last() == row.lastLeaf()
                        && version.state().equals(row.state()) && version.day().equals(row.day()));
    }

    private void checkErased(VersionRow row) throws MisfitException {
        List<VersionRow> records = store.versions(row.erasure());
        try {
            Fields record = records.isEmpty()
                    ? new Fields(Map.of())
                    : EntryCodec.open(records.get(0), keys.find(row.erasure()).orElse(new byte[EntryKeys.KEY_BYTES]))
                            .fields();
            if (!records.isEmpty() && records.get(0).ledger().equals(SystemLedgers.ERASURES)
                    && Objects.equals(record.text("entry"), row.entry())
                    && Objects.equals(record.text("ledger"), row.ledger())) {
                checkKey(row);
                return;
            }
        } catch (GeneralSecurityException e) {
            // Told below.
        }
        throw new MisfitException("verify.erasure", row.ledger(), row.entry(), row.leafIndex());
    }

    /** An erasure that is under way destroys the key right after its record is written. */
    private void checkKey(VersionRow row) throws MisfitException {
        for (int i = 0; keys.find(row.entry()).isPresent(); i++) {
            if (i == LOOKS) {
                throw new MisfitException("verify.erased", row.ledger(), row.entry());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
