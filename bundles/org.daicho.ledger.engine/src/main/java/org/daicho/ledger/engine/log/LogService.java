package org.daicho.ledger.engine.log;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.entry.Views;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogRow;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.engine.verify.StoredLog;
import org.daicho.ledger.engine.write.LogState;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.log.PublishedLog;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.Opening;
import org.daicho.tlog.TreeHash;
import org.daicho.tlog.TreeReader;

/**
 * Serves the log to strangers, and proofs to those who read entries.
 */
public final class LogService implements LedgerLog {

    private final Core core;
    private final Publishing publishing;
    private final NoteVerifier signer;
    private final LogChain chain;
    private final PublishedLog newest;
    private final Views views;

    public LogService(Core core, Publishing publishing, NoteVerifier signer, Views views) {
        this.core = core;
        this.views = views;
        this.publishing = publishing;
        this.signer = signer;
        chain = core.store().log().chain().orElseThrow();
        newest = new PublishedTree(core.store(), chain, chain.newest(), signer.vkey(),
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
        return Optional.of(new PublishedTree(core.store(), chain, number, next.before(), next::finalNote,
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
        Definition definition = core.known(ledger).definition();
        List<VersionRow> rows = core.store().versions(id).stream().filter(row -> row.ledger().equals(ledger)).toList();
        if (rows.isEmpty()) {
            throw Messages.refusal(Kind.NOT_FOUND, "entry.unknown");
        }
        VersionRow row = rows.stream().filter(r -> version == null
                ? r == rows.get(rows.size() - 1)
                : r.version() == version).findFirst()
                .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "version.unknown"));
        byte[] leaf = core.store().log().leaves(row.leafIndex(), row.leafIndex() + 1).get(0).bytes();
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
            List<byte[]> path = new TreeReader(core.store().log().tiles(log), size).inclusionProof(index);
            return new Proof(index, size, TreeHash.leaf(leaf), leaf, path, checkpoint,
                    openings(caller, definition, row));
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    private Map<String, Proof.Opening> openings(Caller caller, Definition current, VersionRow row) {
        Entry entry = core.reader().open(row);
        Permissions permissions = core.permissions(caller, current);
        if (entry.erased() != null || !permissions.reads(entry)) {
            return Map.of();
        }
        views.record(permissions, Views.PROOF, List.of(entry));
        Definition written = core.modules().definition(row.definition()).orElseThrow().definition();
        byte[] key = core.keys().entries().find(row.entry()).orElse(null);
        if (key == null) {
            // Erased since its row was read.
            return Map.of();
        }
        Map<String, Proof.Opening> openings = new LinkedHashMap<>();
        for (Opening opening : EntryCodec.leaf(asWritten(row, key), written, key).openings()) {
            if (written.column(opening.name()).filter(Column::secret).isEmpty()) {
                openings.put(opening.name(), new Proof.Opening(opening.index(), opening.salt(), opening.value()));
            }
        }
        return openings;
    }

    private static Entry asWritten(VersionRow row, byte[] key) {
        try {
            return EntryCodec.open(row, key);
        } catch (java.security.GeneralSecurityException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Verification verify(LongConsumer progress) {
        return new StoredLog(core.store(), core.keys().entries(), signer).run(kept(), progress);
    }

    private List<String> kept() {
        try {
            return core.keys().keptCheckpoint().stream().toList();
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }
}
