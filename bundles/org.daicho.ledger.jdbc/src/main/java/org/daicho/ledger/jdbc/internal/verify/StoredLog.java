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
import org.daicho.ledger.Text;
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
 * root of them all compared with the signed checkpoint. One use, one thread.
 */
public final class StoredLog {

    private static final int CHUNK = 1000;

    private final Store store;
    private final EntryKeys keys;
    private final NoteVerifier signer;
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<Long, DefinitionRow> definitionLeaves = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private long erased;

    /** Makes a verification of a database with the keys of its entries and the verifier of its log's key. */
    public StoredLog(Store store, EntryKeys keys, NoteVerifier signer) {
        this.store = store;
        this.keys = keys;
        this.signer = signer;
    }

    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text finding;

        Misfit(String key, Object... args) {
            finding = Messages.text(key, args);
        }
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
                definitions.put(row.digest(), DefinitionParser.parse(row.json()));
                definitionLeaves.put(row.leafIndex(), row);
            }
            byte[] root = leaves(size, progress);
            if (!Arrays.equals(root, checkpoint.root())) {
                throw new Misfit("verify.root", size);
            }
            standing();
            if (kept != null) {
                outside(checkpoint, kept);
            }
            return new Verification(true, size, erased, Base64.getEncoder().encodeToString(root),
                    Messages.text("verify.ok", size, erased));
        } catch (Misfit misfit) {
            return new Verification(false, size, erased, null, misfit.finding);
        } catch (StoreException | IOException | IllegalArgumentException e) {
            return new Verification(false, size, erased, null, Messages.text("verify.unreadable"));
        }
    }

    private Checkpoint checkpoint(String note) throws Misfit {
        if (note == null) {
            throw new Misfit("verify.checkpoint.missing");
        }
        try {
            return Checkpoint.open(note, signer);
        } catch (TlogException e) {
            throw new Misfit("verify.checkpoint.signature");
        }
    }

    private byte[] leaves(long size, LongConsumer progress) throws Misfit {
        CompactRange tree = new CompactRange();
        for (long from = 0; from < size; from += CHUNK) {
            long to = Math.min(size, from + CHUNK);
            Map<Long, VersionRow> versions = new HashMap<>();
            store.versions(from, to).forEach(row -> versions.put(row.leafIndex(), row));
            List<Store.Leaf> leaves = store.leaves(from, to);
            for (int i = 0; i < to - from; i++) {
                long index = from + i;
                if (i >= leaves.size() || leaves.get(i).index() != index) {
                    throw new Misfit("verify.leaf.missing", index);
                }
                byte[] leaf = leaves.get(i).bytes();
                VersionRow row = versions.get(index);
                if (row != null) {
                    version(row, leaf);
                } else {
                    definition(index, leaf);
                }
                byte[] hash = TreeHash.leaf(leaf);
                if (!Arrays.equals(hash, store.hash(index))) {
                    throw new Misfit("verify.hash", index);
                }
                tree.append(hash);
            }
            progress.accept(to);
        }
        if (store.leaves() != size) {
            throw new Misfit("verify.leaf.extra", size, store.leaves());
        }
        return tree.root();
    }

    private void version(VersionRow row, byte[] leaf) throws Misfit {
        newest.merge(row.entry(), row.version(), Math::max);
        if (row.erasure() != null) {
            if (row.content() != null || keys.find(row.entry()).isPresent()) {
                throw new Misfit("verify.erased", row.ledger(), row.entry());
            }
            erased++;
            return;
        }
        Definition definition = definitions.get(row.definition());
        byte[] key = keys.find(row.entry()).orElse(null);
        if (definition == null || key == null) {
            throw new Misfit("verify.entry.unreadable", row.ledger(), row.entry(), row.version(), row.leafIndex());
        }
        try {
            Entry entry = EntryCodec.open(row, key);
            if (entry.at().toEpochMilli() != row.writtenAt()
                    || !Arrays.equals(leaf, EntryCodec.leaf(entry, definition, key).bytes())) {
                throw new Misfit("verify.entry", row.ledger(), row.entry(), row.version(), row.leafIndex());
            }
        } catch (GeneralSecurityException e) {
            throw new Misfit("verify.entry", row.ledger(), row.entry(), row.version(), row.leafIndex());
        }
    }

    private void definition(long index, byte[] leaf) throws Misfit {
        DefinitionRow row = definitionLeaves.get(index);
        if (row == null) {
            throw new Misfit("verify.entry.missing", index);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> json = (Map<String, Object>) Json.parse(row.json());
        if (!Arrays.equals(leaf, DefinitionLeaf.of(json))
                || !row.digest().equals(HexFormat.of().formatHex(DefinitionLeaf.digest(json)))) {
            throw new Misfit("verify.definition", row.ledger(), index);
        }
    }

    /** Each entry has to stand where its newest version says. */
    private void standing() throws Misfit {
        Misfit[] misfit = new Misfit[1];
        long[] entries = new long[1];
        store.eachEntry(row -> {
            entries[0]++;
            if (!Integer.valueOf(row.version()).equals(newest.get(row.entry())) && misfit[0] == null) {
                misfit[0] = new Misfit("verify.standing", row.ledger(), row.entry());
            }
        });
        if (misfit[0] != null) {
            throw misfit[0];
        }
        if (entries[0] != newest.size()) {
            throw new Misfit("verify.entries", newest.size(), entries[0]);
        }
    }

    private void outside(Checkpoint checkpoint, String note) throws Misfit, IOException {
        Checkpoint kept = checkpoint(note);
        if (kept.size() > checkpoint.size()) {
            throw new Misfit("verify.old", checkpoint.size(), kept.size());
        }
        try {
            Proofs.verifyConsistency(kept.size(), kept.root(), checkpoint.size(), checkpoint.root(),
                    new TreeReader(store, checkpoint.size()).consistencyProof(kept.size()));
        } catch (TlogException e) {
            throw new Misfit("verify.fork", kept.size());
        }
    }
}
