package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.ErasedEntry;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.system.DatabaseBackup;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.NoteVerifier;

/**
 * Puts together the one file of keys that opens every backup of a target.
 */
public final class BackupKeys {

    private final Store store;
    private final EntryReader reader;
    private final KeyFolder keys;
    private final Publishing publishing;
    private final NoteVerifier signer;
    private final DatabaseBackup database;

    /**
     * Takes the keys from where they are.
     *
     * @param store      knows the logs and the erased entries
     * @param reader     reads the records of erasures
     * @param keys       the key folder
     * @param publishing has the newest checkpoint
     * @param signer     the verifier of the log's key
     * @param database   has the database's key; {@code null} where nothing can be backed up
     */
    public BackupKeys(Store store, EntryReader reader, KeyFolder keys, Publishing publishing, NoteVerifier signer,
            DatabaseBackup database) {
        this.store = store;
        this.reader = reader;
        this.keys = keys;
        this.publishing = publishing;
        this.signer = signer;
        this.database = database;
    }

    /**
     * Reads the keys of the backups that are there.
     *
     * @param file the file they are in
     * @return the keys, or {@code null} at the first backup
     * @throws LedgerException CONFLICT where they are missing, damaged or another log's: those are not to be replaced
     */
    KeyArchive before(BackupTarget target, Path file) {
        try {
            KeyArchive before = target.keys().orElse(null);
            if (before != null) {
                String origin = before.text(KeyArchive.ORIGIN);
                if (!isEarlier(origin) && !before.signer().vkey().equals(signer.vkey())) {
                    throw Messages.refusal(Kind.CONFLICT, "backup.other", origin);
                }
            } else if (!target.manifests().isEmpty()) {
                throw Messages.refusal(Kind.CONFLICT, "backup.keys", file.toString());
            }
            return before;
        } catch (IOException e) {
            throw Messages.refusal(Kind.CONFLICT, "backup.keys", file.toString());
        }
    }

    /** Tells whether a log is one that this one took over from. */
    private boolean isEarlier(String origin) {
        LogChain chain = store.log().chain().orElseThrow();
        for (int log = 1; log < chain.newest(); log++) {
            if (chain.origin(log).equals(origin)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gathers the keys as they are now.
     *
     * @param before those of the backups that are there, or {@code null}
     * @param target where those backups are
     * @param closes whether nothing is signed any more after this backup
     */
    KeyArchive now(KeyArchive before, BackupTarget target, boolean closes) throws IOException {
        Map<String, byte[]> more = new HashMap<>();
        if (before != null) {
            for (Path manifest : target.manifests()) {
                String name = KeyArchive.DATABASE_KEYS + BackupManifest.databaseKey(manifest);
                if (before.files().containsKey(name)) {
                    more.put(name, before.files().get(name));
                }
            }
        }
        more.put(KeyArchive.DATABASE_KEYS + databaseKey(), database.key());
        more.put(KeyArchive.ORIGIN, utf8(signer.name()));
        String newest = publishing.last().checkpoint();
        more.put(KeyArchive.NEWEST, utf8(newest));
        if (closes) {
            more.put(KeyArchive.CLOSED, utf8(newest));
        }
        return KeyArchive.of(keys, erased(), more);
    }

    /** Returns the name of the database's key: its SHA-256, in hex. */
    String databaseKey() throws IOException {
        return HexFormat.of().formatHex(BackupTarget.sha256().digest(database.key()));
    }

    private List<ErasedEntry> erased() {
        List<ErasedEntry> erased = new ArrayList<>();
        for (EntryRow row : store.erased()) {
            Entry record = store.newest(row.erasure()).map(reader::open).orElseThrow();
            Map<String, String> fields = new HashMap<>();
            for (String name : List.of("ledger", "reason", "method", "witness")) {
                fields.put(name, record.fields().text(name));
            }
            fields.put("by", record.by().id());
            fields.put("name", record.by().name());
            fields.put("as", record.as().id());
            fields.put("at", record.at().toString());
            erased.add(new ErasedEntry(row.entry(), fields));
        }
        return erased;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
