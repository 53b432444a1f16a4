package org.daicho.ledger.jdbc.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.jdbc.internal.read.EntryCodec;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.Permissions;
import org.daicho.ledger.jdbc.internal.store.Store;
import org.daicho.ledger.jdbc.internal.store.StoreException;
import org.daicho.ledger.jdbc.internal.store.VersionRow;
import org.daicho.ledger.jdbc.internal.verify.StoredLog;
import org.daicho.ledger.jdbc.internal.write.LogState;
import org.daicho.ledger.jdbc.internal.write.Publishing;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.log.Verification;
import org.daicho.tlog.EntryBundle;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.Opening;
import org.daicho.tlog.Tiles;
import org.daicho.tlog.TreeHash;
import org.daicho.tlog.TreeReader;

/**
 * Serves the log to strangers, and proofs to those who read entries.
 */
final class LogService implements LedgerLog {

    private final Core core;
    private final Publishing publishing;
    private final NoteVerifier signer;

    LogService(Core core, Publishing publishing, NoteVerifier signer) {
        this.core = core;
        this.publishing = publishing;
        this.signer = signer;
    }

    @Override
    public String checkpoint() {
        return publishing.newest().checkpoint();
    }

    @Override
    public String verifierKey() {
        return signer.vkey();
    }

    @Override
    public Optional<byte[]> tile(int level, long index, int width) {
        if (level < 0 || level > 7 || index < 0 || index > Long.MAX_VALUE / Tiles.WIDTH - 1
                || width < 1 || width > Tiles.width(level, index, publishing.last().size())) {
            return Optional.empty();
        }
        try {
            return Optional.of(core.store().tile(level, index, width));
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Optional<byte[]> entries(long index, int width) {
        if (index < 0 || index > Long.MAX_VALUE / Tiles.WIDTH - 1 || width < 1
                || width > Tiles.bundleWidth(index, publishing.last().size())) {
            return Optional.empty();
        }
        long from = index * Tiles.WIDTH;
        List<byte[]> leaves = core.store().leaves(from, from + width).stream().map(Store.Leaf::bytes).toList();
        if (leaves.size() != width) {
            throw new StoreException(new IOException("The log lacks leaves of bundle " + index + "."));
        }
        return Optional.of(EntryBundle.encode(leaves));
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
        LogState state = publishing.newest();
        if (row.leafIndex() >= state.size()) {
            // Its checkpoint can't be kept just now, and what is not kept is not published.
            throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
        byte[] leaf = core.store().leaves(row.leafIndex(), row.leafIndex() + 1).get(0).bytes();
        try {
            List<byte[]> path = new TreeReader(core.store(), state.size()).inclusionProof(row.leafIndex());
            return new Proof(row.leafIndex(), state.size(), TreeHash.leaf(leaf), leaf, path, state.checkpoint(),
                    openings(caller, definition, row));
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    private Map<String, Proof.Opening> openings(Caller caller, Definition current, VersionRow row) {
        Entry entry = core.reader().open(row);
        if (entry.erased() != null || !Permissions.reads(caller, current, core.today(), entry)) {
            return Map.of();
        }
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

    private String kept() {
        try {
            return core.keys().keptCheckpoint().orElse(null);
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }
}
