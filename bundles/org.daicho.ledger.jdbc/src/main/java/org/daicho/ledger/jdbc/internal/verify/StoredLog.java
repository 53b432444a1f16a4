package org.daicho.ledger.jdbc.internal.verify;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.daicho.ledger.Entry;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.jdbc.internal.keys.EntryKeys;
import org.daicho.ledger.jdbc.internal.read.EntryCodec;
import org.daicho.ledger.jdbc.internal.rules.DefinitionParser;
import org.daicho.ledger.jdbc.internal.rules.Json;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.store.DefinitionRow;
import org.daicho.ledger.jdbc.internal.store.Store;
import org.daicho.ledger.jdbc.internal.store.StoreException;
import org.daicho.ledger.jdbc.internal.store.VersionRow;
import org.daicho.ledger.log.Verification;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.DefinitionLeaf;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.Proofs;
import org.daicho.tlog.TlogException;
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
    private long erased;

    /** Makes a verification of a database with the keys of its entries and the verifier of its log's key. */
    public StoredLog(Store store, EntryKeys keys, NoteVerifier signer) {
        this.store = store;
        this.keys = keys;
        this.signer = signer;
        this.standing = new Standing(store, keys);
    }

    /**
     * Verifies.
     *
     * @param kept     a checkpoint that was kept outside of the database, or {@code null}
     * @param progress called now and then with the number of leaves done
     * @return what was found, naming the first entry that does not fit
     */
    public Verification run(String kept, LongConsumer progress) {
        long size = 0;
        try {
            Checkpoint checkpoint = checkpoint(store.checkpoint().orElse(null));
            size = checkpoint.size();
            for (DefinitionRow row : store.definitions()) {
                if (row.leafIndex() < size) {
                    definitionLeaves.put(row.leafIndex(), row);
                }
            }
            for (DefinitionRow row : definitionLeaves.values()) {
                define(row);
            }
            byte[] root = leaves(size, progress);
            if (!Arrays.equals(root, checkpoint.root())) {
                throw new MisfitException("verify.root", size);
            }
            beyond();
            standing.check(size);
            if (kept != null) {
                outside(checkpoint, checkpoint(kept));
            }
            return new Verification(true, size, erased, Base64.getEncoder().encodeToString(root),
                    Messages.text("verify.ok", size, erased));
        } catch (MisfitException misfit) {
            return new Verification(false, size, erased, null, misfit.finding());
        } catch (StoreException | IOException | IllegalArgumentException e) {
            return new Verification(false, size, erased, null, Messages.text("verify.unreadable"));
        }
    }

    private Checkpoint checkpoint(String note) throws MisfitException {
        if (note == null) {
            throw new MisfitException("verify.checkpoint.missing");
        }
        try {
            return Checkpoint.open(note, signer);
        } catch (TlogException e) {
            throw new MisfitException("verify.checkpoint.signature");
        }
    }

    @SuppressWarnings("unchecked")
    private void define(DefinitionRow row) throws MisfitException {
        try {
            Definition definition = DefinitionParser.parse(row.json());
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

    private byte[] leaves(long size, LongConsumer progress) throws MisfitException {
        Hashes hashes = new Hashes();
        CompactRange tree = new CompactRange();
        for (long from = 0; from < size; from += CHUNK) {
            long to = Math.min(size, from + CHUNK);
            Map<Long, VersionRow> versions = new HashMap<>();
            store.versions(from, to).forEach(row -> versions.put(row.leafIndex(), row));
            List<Store.Leaf> leaves = store.leaves(from, to);
            hashes.load(from, to);
            for (int i = 0; i < to - from; i++) {
                long index = from + i;
                if (i >= leaves.size() || leaves.get(i).index() != index) {
                    throw new MisfitException("verify.leaf.missing", index);
                }
                byte[] leaf = leaves.get(i).bytes();
                VersionRow row = versions.get(index);
                if (row != null) {
                    version(row, leaf);
                } else {
                    definition(index, leaf);
                }
                tree.append(TreeHash.leaf(leaf), hashes::compare);
                hashes.check();
            }
            progress.accept(to);
        }
        if (!definitionLeaves.isEmpty()) {
            DefinitionRow row = definitionLeaves.values().iterator().next();
            throw new MisfitException("verify.definition", row.ledger(), row.leafIndex());
        }
        return tree.root();
    }

    /** Compares the stored hashes of all levels with those that the leaves lead to. */
    private final class Hashes {
        private final Map<Long, byte[]> leaves = new HashMap<>();
        private MisfitException misfit;

        void load(long from, long to) {
            leaves.clear();
            store.hashes(0, from, to).forEach(hash -> leaves.put(hash.index(), hash.bytes()));
        }

        void compare(int level, long index, byte[] hash) {
            List<Store.Leaf> above = level == 0 ? List.of() : store.hashes(level, index, index + 1);
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
    private void beyond() throws MisfitException {
        long extent = store.extent();
        long[] hashes = new long[Long.BYTES];
        for (int level = 0; level < hashes.length; level++) {
            hashes[level] = store.extent(level);
        }
        long size = checkpoint(store.checkpoint().orElse(null)).size();
        if (extent > size) {
            throw new MisfitException("verify.leaf.extra", size, extent);
        }
        for (int level = 0; level < hashes.length; level++) {
            if (hashes[level] > size >>> 8 * level) {
                throw new MisfitException("verify.node", level, hashes[level] - 1, size);
            }
        }
    }

    private void outside(Checkpoint checkpoint, Checkpoint kept) throws MisfitException, IOException {
        if (kept.size() > checkpoint.size()) {
            throw new MisfitException("verify.old", checkpoint.size(), kept.size());
        }
        try {
            Proofs.verifyConsistency(kept.size(), kept.root(), checkpoint.size(), checkpoint.root(),
                    new TreeReader(store, checkpoint.size()).consistencyProof(kept.size()));
        } catch (TlogException e) {
            throw new MisfitException("verify.fork", kept.size());
        }
    }
}
