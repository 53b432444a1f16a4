package org.daicho.ledger.engine.verify;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogStore;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.DefinitionLeaf;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TreeHash;
import org.daicho.tlog.TreeReader;

/**
 * Verifies the stored log from the entries up: every version is opened and its leaf made again, every leaf hashed, the
 * root of them all compared with the signed checkpoint. What is written meanwhile is left to the next verification. One
 * use, one thread.
 */
public final class StoredLog {

    private static final int CHUNK = 1024;

    private final Store store;
    private final EntryKeys keys;
    private final NoteVerifier signer;
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<Long, DefinitionRow> definitionLeaves = new HashMap<>();
    private final Standing standing;
    private final Set<String> lost;
    private long erased;

    /** Makes a verification of a database with the keys of its entries and the verifier of its log's key. */
    public StoredLog(Store store, EntryKeys keys, NoteVerifier signer) {
        this(store, keys, signer, Set.of());
    }

    /**
     * Makes a verification of a backup.
     *
     * @param store  the database
     * @param keys   the keys of its entries
     * @param signer the verifier of its log's key
     * @param lost   the entries that were erased after the backup was taken: their keys are gone, and no mark tells why
     */
    public StoredLog(Store store, EntryKeys keys, NoteVerifier signer, Set<String> lost) {
        this.lost = lost;
        this.store = store;
        this.keys = keys;
        this.signer = signer;
        this.standing = new Standing(store, keys);
    }

    /**
     * Verifies.
     *
     * @param kept     checkpoints that were kept outside of the database
     * @param progress called now and then with the number of leaves done
     * @return what was found, naming the first entry that does not fit
     */
    public Verification run(List<String> kept, LongConsumer progress) {
        long size = 0;
        try {
            Handovers logs = new Handovers(store, signer);
            LogChain chain = logs.chain();
            Checkpoint checkpoint = logs.end(chain.newest());
            size = checkpoint.size();
            long all = chain.base(chain.newest()) + size;
            for (DefinitionRow row : store.definitions()) {
                if (row.leafIndex() < all) {
                    definitionLeaves.put(row.leafIndex(), row);
                }
            }
            for (DefinitionRow row : definitionLeaves.values()) {
                define(row);
            }
            for (int log = 1; log <= chain.newest(); log++) {
                Checkpoint end = log == chain.newest() ? checkpoint : logs.end(log);
                if (!Arrays.equals(leaves(logs, log, end.size(), progress), end.root())) {
                    throw new MisfitException("verify.root", end.size());
                }
            }
            if (!definitionLeaves.isEmpty()) {
                DefinitionRow row = definitionLeaves.values().iterator().next();
                throw new MisfitException("verify.definition", row.ledger(), row.leafIndex());
            }
            beyond(chain);
            standing.check(all);
            for (String note : kept) {
                outside(logs, note, checkpoint);
            }
            Text handed = logs.text(store);
            Text ok = Messages.text("verify.ok", all, erased);
            return new Verification(true, size, erased, Base64.getEncoder().encodeToString(checkpoint.root()),
                    new Text(ok.ja() + handed.ja(), ok.en() + handed.en()));
        } catch (MisfitException misfit) {
            return new Verification(false, size, erased, null, misfit.finding());
        } catch (StoreException | IOException | IllegalArgumentException e) {
            return new Verification(false, size, erased, null, Messages.text("verify.unreadable"));
        }
    }

    @SuppressWarnings("unchecked")
    private void define(DefinitionRow row) throws MisfitException {
        try {
            Definition definition = DefinitionReader.read(Json.object(row.json()));
            Map<String, Object> json = (Map<String, Object>) Json.parse(row.json());
            if (row.digest().equals(HexFormat.of().formatHex(DefinitionLeaf.digest(json)))
                    && row.ledger().equals(definition.id()) && row.revision() == definition.revision()) {
                definitions.put(row.digest(), definition);
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new MisfitException("verify.definition", row.ledger(), row.leafIndex());
    }

    private byte[] leaves(Handovers logs, int log, long size, LongConsumer progress) throws MisfitException {
        long base = logs.chain().base(log);
        Hashes hashes = new Hashes(log);
        CompactRange tree = new CompactRange();
        for (long from = base; from < base + size; from += CHUNK) {
            long to = Math.min(base + size, from + CHUNK);
            Map<Long, VersionRow> versions = new HashMap<>();
            store.versions(from, to).forEach(row -> versions.put(row.leafIndex(), row));
            List<LogStore.Leaf> leaves = store.log().leaves(from, to);
            hashes.load(from - base, to - base);
            for (int i = 0; i < to - from; i++) {
                long position = from + i;
                if (i >= leaves.size() || leaves.get(i).index() != position) {
                    throw new MisfitException("verify.leaf.missing", position);
                }
                byte[] leaf = leaves.get(i).bytes();
                VersionRow row = versions.get(position);
                if (row != null) {
                    version(row, leaf);
                } else if (log > 1 && position == base) {
                    logs.check(log, leaf);
                } else {
                    definition(position, leaf);
                }
                tree.append(TreeHash.leaf(leaf), hashes::compare);
                hashes.check();
            }
            progress.accept(to);
        }
        return tree.root();
    }

    /** Compares the stored hashes of all levels with those that the leaves lead to. */
    private final class Hashes {
        private final int log;
        private final Map<Long, byte[]> leaves = new HashMap<>();
        private MisfitException misfit;

        Hashes(int log) {
            this.log = log;
        }

        void load(long from, long to) {
            leaves.clear();
            store.log().hashes(log, 0, from, to).forEach(hash -> leaves.put(hash.index(), hash.bytes()));
        }

        void compare(int level, long index, byte[] hash) {
            List<LogStore.Leaf> above = level == 0 ? List.of() : store.log().hashes(log, level, index, index + 1);
            byte[] stored = level == 0 ? leaves.get(index) : above.isEmpty() ? null : above.get(0).bytes();
            if (misfit == null && !Arrays.equals(hash, stored)) {
                misfit = level == 0
                        ? new MisfitException("verify.hash", index)
                        : new MisfitException("verify.node", level, index, index << 8 * level);
            }
        }

        void check() throws MisfitException {
            if (misfit != null) {
                throw misfit;
            }
        }
    }

    private void version(VersionRow row, byte[] leaf) throws MisfitException {
        standing.version(row);
        if (row.erasure() != null) {
            if (row.content() != null) {
                throw new MisfitException("verify.erased", row.ledger(), row.entry());
            }
            erased++;
            standing.erased(row);
            return;
        }
        if (lost.contains(row.entry())) {
            erased++;
            return;
        }
        Definition definition = definitions.get(row.definition());
        byte[] key = keys.find(row.entry()).orElse(null);
        if (definition == null || key == null) {
            VersionRow again = store.versions(row.leafIndex(), row.leafIndex() + 1).stream().findFirst().orElse(row);
            if (again.erasure() != null) {
                // Erased since its row was read.
                erased++;
                standing.erased(again);
                return;
            }
            throw new MisfitException("verify.entry.unreadable", row.ledger(), row.entry(), row.version(),
                    row.leafIndex());
        }
        try {
            Entry entry = EntryCodec.open(row, key);
            if (definition.id().equals(row.ledger()) && entry.at().toEpochMilli() == row.writtenAt()
                    && Arrays.equals(leaf, EntryCodec.leaf(entry, definition, key).bytes())
                    && standing.isCreationOf(entry)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // Told below.
        }
        throw new MisfitException("verify.entry", row.ledger(), row.entry(), row.version(), row.leafIndex());
    }

    @SuppressWarnings("unchecked")
    private void definition(long index, byte[] leaf) throws MisfitException {
        DefinitionRow row = definitionLeaves.remove(index);
        if (row == null) {
            throw new MisfitException("verify.entry.missing", index);
        }
        if (!Arrays.equals(leaf, DefinitionLeaf.of((Map<String, Object>) Json.parse(row.json())))) {
            throw new MisfitException("verify.definition", row.ledger(), index);
        }
    }

    /** Nothing may be stored beyond what is signed: rows are looked for first, then the checkpoint that covers them. */
    private void beyond(LogChain chain) throws MisfitException {
        long extent = store.log().extent();
        long[][] hashes = new long[chain.newest()][Long.BYTES];
        for (int log = 1; log <= chain.newest(); log++) {
            for (int level = 0; level < Long.BYTES; level++) {
                hashes[log - 1][level] = store.log().extent(log, level);
            }
        }
        Handovers now = new Handovers(store, signer);
        long all = chain.base(chain.newest()) + now.end(chain.newest()).size();
        if (extent > all) {
            throw new MisfitException("verify.leaf.extra", all, extent);
        }
        for (int log = 1; log <= chain.newest(); log++) {
            long size = now.end(log).size();
            for (int level = 0; level < Long.BYTES; level++) {
                if (hashes[log - 1][level] > size >>> 8 * level) {
                    throw new MisfitException("verify.node", level, hashes[log - 1][level] - 1,
                            chain.base(log) + size);
                }
            }
        }
    }

    /** The log that a kept checkpoint names has to continue it. */
    private void outside(Handovers logs, String note, Checkpoint newest) throws MisfitException, IOException {
        int log = logs.log(note);
        Checkpoint kept = logs.open(note, log);
        long size = log == logs.chain().newest() ? newest.size() : logs.end(log).size();
        if (kept.size() > size) {
            throw new MisfitException("verify.old", size, kept.size());
        }
        if (!Arrays.equals(new TreeReader(store.log().tiles(log), kept.size()).root(), kept.root())) {
            throw new MisfitException("verify.fork", kept.size());
        }
    }
}
