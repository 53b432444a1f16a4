package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.verify.StoredLog;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.operation.LedgerBackup.Progress;
import org.daicho.ledger.operation.LedgerBackup.Step;
import org.daicho.ledger.operation.LedgerBackup.Taken;
import org.daicho.ledger.system.DatabaseBackup;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies first the database, then the keys; {@code cnf/decisions/0005} tells why in this order. What was copied is
 * verified with the keys that were written, and only then becomes a backup.
 */
public final class BackupCopying {

    private static final Logger LOG = LoggerFactory.getLogger(BackupCopying.class);

    private final DatabaseBackup database;
    private final BackupKeys keys;
    private final BackupManifest manifest;
    private final KeyFolder folder;
    private final Publishing publishing;
    private final NoteVerifier signer;
    private final Writer writer;
    private final LedgerClock clock;

    /**
     * Copies a system.
     *
     * @param database   copies the database
     * @param keys       gathers the keys
     * @param manifest   says what a backup is
     * @param folder     the key folder, which a last backup closes
     * @param publishing keeps the checkpoint of what was copied
     * @param signer     the verifier of the log's key
     * @param writer     writes no more after a last backup
     * @param clock      tells the time
     */
    public BackupCopying(DatabaseBackup database, BackupKeys keys, BackupManifest manifest, KeyFolder folder,
            Publishing publishing, NoteVerifier signer, Writer writer, LedgerClock clock) {
        this.database = database;
        this.keys = keys;
        this.manifest = manifest;
        this.folder = folder;
        this.publishing = publishing;
        this.signer = signer;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Copies to a target while nothing is erased.
     *
     * @param before   the keys that are there, or {@code null}
     * @param closes   whether this is the last backup, after which nothing is written
     * @param progress is told
     * @return what was taken
     * @throws IOException     where something can't be read or written
     * @throws LedgerException CONFLICT where the copy does not verify, or its checkpoint can't be kept
     */
    Taken copy(BackupTarget target, KeyArchive before, boolean closes, Consumer<Progress> progress)
            throws IOException {
        if (closes) {
            writer.close();
        }
        Path part = target.begin(clock.instant());
        try {
            return copy(target, part, before, closes, progress);
        } finally {
            BackupTarget.deleteTree(part);
            KeyArchive.destroy(target.keysPart());
        }
    }

    private Taken copy(BackupTarget target, Path part, KeyArchive before, boolean closes,
            Consumer<Progress> progress) throws IOException {
        Path copied = part.resolve("database");
        try (CopyWatch watch = new CopyWatch(copied, database.size(), progress)) {
            database.copy(copied);
        }
        Checkpoint checkpoint;
        String note;
        try (DatabaseBackup.Copy copy = database.open(copied)) {
            Store store = new Store(copy.source());
            note = store.log().checkpoint().orElseThrow();
            checkpoint = Checkpoint.open(note, signer);
            publishing.keep();
            if (publishing.last().tree().size() < checkpoint.size()) {
                // Who has the backup has its checkpoint: it is published, and so has to be kept.
                throw Messages.refusal(Kind.CONFLICT, "backup.checkpoint");
            }
            keys.now(before, target, closes).write(target.keysPart());
            verify(store, KeyArchive.read(target.keysPart()), checkpoint.size(), progress);
        } catch (TlogException e) {
            throw new IOException(e);
        }
        long size = BackupTarget.size(copied);
        manifest.write(part, copied, clock.instant(), note, checkpoint, keys.databaseKey(),
                done -> progress.accept(new Progress(Step.SEALING, done, size)));
        Path backup = target.complete(part);
        target.replaceKeys();
        if (closes) {
            folder.closeLog(note);
        }
        return new Taken(backup, checkpoint.origin(), checkpoint.size(),
                Base64.getEncoder().encodeToString(checkpoint.root()));
    }

    private void verify(Store store, KeyArchive written, long size, Consumer<Progress> progress) throws IOException {
        Verification found = new StoredLog(store, written.entryKeys(), signer).run(List.of(),
                done -> progress.accept(new Progress(Step.VERIFYING, done, size)));
        if (!found.ok()) {
            LOG.error("A backup does not verify: {}", found.finding().en());
            throw Messages.refusal(Kind.CONFLICT, "backup.verify", found.finding().ja(), found.finding().en());
        }
    }
}
