package org.daicho.ledger.engine.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogRow;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.engine.verify.StoredLog;
import org.daicho.ledger.engine.write.LogState;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.log.PublishedLog;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Caller;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TreeHash;
import org.daicho.tlog.TreeReader;

/**
 * Serves the log to strangers, and proofs to those who read entries.
 */
public final class LogService implements LedgerLog {

    private final Store store;
    private final KeyFolder keys;
    private final ModuleRegistry modules;
    private final Publishing publishing;
    private final NoteVerifier signer;
    private final Openings openings;
    private final LogChain chain;
    private final PublishedLog newest;

    /**
     * Makes the service.
     *
     * @param store      the database
     * @param keys       the key folder
     * @param modules    the ledgers
     * @param publishing lets checkpoints out
     * @param signer     the verifier of the log's key
     * @param openings   opens leaves to who may read them
     */
    public LogService(Store store, KeyFolder keys, ModuleRegistry modules, Publishing publishing,
            NoteVerifier signer, Openings openings) {
        this.store = store;
        this.keys = keys;
        this.modules = modules;
        this.publishing = publishing;
        this.signer = signer;
        this.openings = openings;
        chain = store.log().chain().orElseThrow();
        newest = new PublishedTree(store, chain, chain.newest(), signer.vkey(),
                () -> publishing.newest().checkpoint(), () -> publishing.last().tree().size());
    }

    @Override
    public int number() {
        return chain.newest();
    }

    @Override
    public Optional<PublishedLog> log(int number) {
        if (number < 1 || number > chain.newest()) {
            return Optional.empty();
        }
        if (number == chain.newest()) {
            return Optional.of(newest);
        }
        LogRow next = chain.successor(number + 1);
        return Optional.of(new PublishedTree(store, chain, number, next.before(), next::finalNote,
                () -> size(number)));
    }

    private long size(int taken) {
        return chain.base(taken + 1) - chain.base(taken);
    }

    @Override
    public String checkpoint() {
        return newest.checkpoint();
    }

    @Override
    public String verifierKey() {
        return newest.verifierKey();
    }

    @Override
    public Optional<byte[]> tile(int level, long index, int width) {
        return newest.tile(level, index, width);
    }

    @Override
    public Optional<byte[]> entries(long index, int width) {
        return newest.entries(index, width);
    }

    @Override
    public Optional<String> succession() {
        return newest.succession();
    }

    @Override
    public Proof proof(Caller caller, String ledger, String id, Integer version) {
        Definition definition = modules.require(ledger).definition();
        List<VersionRow> rows = store.versions(id).stream().filter(row -> row.ledger().equals(ledger)).toList();
        if (rows.isEmpty()) {
            throw Messages.refusal(Kind.NOT_FOUND, "entry.unknown");
        }
        VersionRow row = rows.stream().filter(r -> version == null
                ? r == rows.get(rows.size() - 1)
                : r.version() == version).findFirst()
                .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "version.unknown"));
        byte[] leaf = store.log().leaves(row.leafIndex(), row.leafIndex() + 1).get(0).bytes();
        int log = chain.holding(row.leafIndex());
        LogState state = publishing.newest();
        if (row.leafIndex() >= state.size()) {
            // Its checkpoint can't be kept just now, and what is not kept is not published.
            throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
        long size = log == chain.newest() ? state.tree().size() : size(log);
        long index = row.leafIndex() - chain.base(log);
        String checkpoint = log == chain.newest() ? state.checkpoint() : chain.successor(log + 1).finalNote();
        try {
            List<byte[]> path = new TreeReader(store.log().tiles(log), size).inclusionProof(index);
            return new Proof(index, size, TreeHash.leaf(leaf), leaf, path, checkpoint,
                    openings.of(caller, definition, row));
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Verification verify(LongConsumer progress) {
        return new StoredLog(store, keys.entries(), signer).run(kept(), progress);
    }

    private List<String> kept() {
        try {
            return keys.keptCheckpoint().stream().toList();
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }
}
