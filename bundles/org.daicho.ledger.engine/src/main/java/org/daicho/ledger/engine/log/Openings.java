package org.daicho.ledger.engine.log;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.ReadingRecorder;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.Opening;

/**
 * Opens the commitments of a leaf to those who may read its entry.
 */
public final class Openings {

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final EntryKeys keys;
    private final Rights rights;
    private final ReadingRecorder readings;

    /**
     * Opens leaves.
     *
     * @param modules  the definitions they were written under
     * @param reader   reads entries
     * @param keys     the entries' keys
     * @param rights   tells who may read
     * @param readings records who does
     */
    public Openings(ModuleRegistry modules, EntryReader reader, EntryKeys keys, Rights rights,
            ReadingRecorder readings) {
        this.modules = modules;
        this.reader = reader;
        this.keys = keys;
        this.rights = rights;
        this.readings = readings;
    }

    /** Opens a version's columns to a caller, but for the secret ones; none where the caller may not read it. */
    Map<String, Proof.Opening> of(Caller caller, Definition current, VersionRow row) {
        Entry entry = reader.open(row);
        Permissions permissions = rights.of(caller, current);
        if (entry.erased() != null || !permissions.reads(entry)) {
            return Map.of();
        }
        readings.record(permissions, ReadingRecorder.PROOF, List.of(entry));
        Definition written = modules.definition(row.definition()).orElseThrow().definition();
        byte[] key = keys.find(row.entry()).orElse(null);
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
        } catch (GeneralSecurityException e) {
            throw new StoreException(e);
        }
    }
}
