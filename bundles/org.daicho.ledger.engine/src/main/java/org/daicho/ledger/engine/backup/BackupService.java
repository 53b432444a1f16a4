package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.keys.ErasedEntry;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.verify.StoredLog;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.system.DatabaseBackup;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes backups: first the database, then the keys, while erasures wait; {@code cnf/decisions/0005} tells why in this
 * order. What was copied is verified with the keys that were written, and only then becomes a backup.
 */
public final class BackupService implements LedgerBackup {

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);
    private static final int FORMAT = 1;
    private static final long LOOK_MILLIS = 500;

    private final Core core;
    private final Publishing publishing;
    private final NoteVerifier signer;
    private final DatabaseBackup database;
    private final Supplier<Map<String, String>> modules;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Makes the service.
     *
     * @param database copies the database, or {@code null} where the data source can't
     * @param modules  the modules that are there, with their versions
     */
    public BackupService(Core core, Publishing publishing, NoteVerifier signer, DatabaseBackup database,
            Supplier<Map<String, String>> modules) {
        this.core = core;
        this.publishing = publishing;
        this.signer = signer;
        this.database = database;
        this.modules = modules;
    }

    @Override
    public Taken take(Order order, Consumer<Progress> progress) {
        if (!running.compareAndSet(false, true)) {
            throw Messages.refusal(Kind.CONFLICT, "backup.running");
        }
        try {
            return new Run(order, progress).take();
        } finally {
            running.set(false);
        }
    }

    /** One backup. */
    private final class Run {
        private final Order order;
        private final Consumer<Progress> progress;
        private final BackupTarget target;
        private final LogChain chain = core.store().log().chain().orElseThrow();

        Run(Order order, Consumer<Progress> progress) {
            this.order = order;
            this.progress = progress;
            target = new BackupTarget(order.folder(), order.keys());
        }

        Taken take() {
            if (database == null) {
                throw Messages.refusal(Kind.CONFLICT, "backup.unsupported");
            }
            for (Path path : List.of(order.folder(), order.keys())) {
                if (!path.isAbsolute() || !path.equals(path.normalize())) {
                    throw Messages.refusal(Kind.MALFORMED, "backup.path", path.toString());
                }
                if (core.keys().holds(path)) {
                    throw Messages.refusal(Kind.CONFLICT, "backup.inside", path.toString());
                }
            }
            try {
                target.prepare();
                long needed = database.size();
                if (target.room() < needed) {
                    throw Messages.refusal(Kind.CONFLICT, "backup.room", order.folder().toString(), needed,
                            target.room());
                }
                KeyArchive before = before();
                progress.accept(new Progress(Step.WAITING, 0, 0));
                return core.erasures().held(() -> copy(before));
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private RuntimeException failed(IOException e) {
            LOG.error("A backup failed.", e);
            return Messages.refusal(Kind.CONFLICT, order.closes() ? "backup.failed.final" : "backup.failed",
                    order.folder().toString(), String.valueOf(e.getMessage()));
        }

        /** Reads the keys of the backups that are there; those of another log are not to be replaced. */
        private KeyArchive before() {
            try {
                KeyArchive before = target.keys().orElse(null);
                if (before != null) {
                    String origin = before.text(KeyArchive.ORIGIN);
                    boolean ours = false;
                    for (int log = 1; log < chain.newest(); log++) {
                        ours |= chain.origin(log).equals(origin);
                    }
                    if (!ours && !before.signer().vkey().equals(signer.vkey())) {
                        throw Messages.refusal(Kind.CONFLICT, "backup.other", origin);
                    }
                } else if (!target.manifests().isEmpty()) {
                    throw Messages.refusal(Kind.CONFLICT, "backup.keys", order.keys().toString());
                }
                return before;
            } catch (IOException e) {
                throw Messages.refusal(Kind.CONFLICT, "backup.keys", order.keys().toString());
            }
        }

        private Taken copy(KeyArchive before) {
            if (order.closes()) {
                core.writer().close();
            }
            try {
                Path part = target.begin(core.clock().instant());
                try {
                    return copy(before, part);
                } finally {
                    BackupTarget.deleteTree(part);
                    KeyArchive.destroy(target.keysPart());
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private Taken copy(KeyArchive before, Path part) throws IOException {
            Path copied = part.resolve("database");
            try (Watch watch = new Watch(copied)) {
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
                archive(before).write(target.keysPart());
                verify(store, checkpoint.size());
            } catch (TlogException e) {
                throw new IOException(e);
            }
            seal(part, copied, note, checkpoint);
            Path folder = target.complete(part);
            target.replaceKeys();
            if (order.closes()) {
                core.keys().closeLog(note);
            }
            return new Taken(folder, checkpoint.origin(), checkpoint.size(),
                    Base64.getEncoder().encodeToString(checkpoint.root()));
        }

        private void verify(Store store, long size) throws IOException {
            Verification found = new StoredLog(store, KeyArchive.read(target.keysPart()).entryKeys(), signer)
                    .run(List.of(), done -> progress.accept(new Progress(Step.VERIFYING, done, size)));
            if (!found.ok()) {
                LOG.error("A backup does not verify: {}", found.finding().en());
                throw Messages.refusal(Kind.CONFLICT, "backup.verify", found.finding().ja(), found.finding().en());
            }
        }

        private KeyArchive archive(KeyArchive before) throws IOException {
            Map<String, byte[]> more = new HashMap<>();
            if (before != null) {
                for (Path manifest : target.manifests()) {
                    String name = KeyArchive.DATABASE_KEYS
                            + Json.object(Files.readAllBytes(manifest)).get("databaseKey");
                    if (before.files().containsKey(name)) {
                        more.put(name, before.files().get(name));
                    }
                }
            }
            more.put(KeyArchive.DATABASE_KEYS + databaseKey(), database.key());
            more.put(KeyArchive.ORIGIN, utf8(signer.name()));
            String newest = publishing.last().checkpoint();
            more.put(KeyArchive.NEWEST, utf8(newest));
            if (order.closes()) {
                more.put(KeyArchive.CLOSED, utf8(newest));
            }
            return KeyArchive.of(core.keys(), erased(), more);
        }

        private List<ErasedEntry> erased() {
            List<ErasedEntry> erased = new ArrayList<>();
            for (EntryRow row : core.store().erased()) {
                Entry record = core.store().newest(row.erasure()).map(core.reader()::open).orElseThrow();
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

        private void seal(Path part, Path copied, String note, Checkpoint checkpoint) throws IOException {
            long size = BackupTarget.size(copied);
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("format", FORMAT);
            manifest.put("at", core.clock().instant().toString());
            manifest.put("council", core.council());
            manifest.put("origin", checkpoint.origin());
            manifest.put("verifierKey", signer.vkey());
            manifest.put("size", checkpoint.size());
            manifest.put("checkpoint", note);
            manifest.put("schema", Schema.VERSION);
            manifest.put("databaseKey", databaseKey());
            manifest.put("modules", modules.get());
            manifest.put("files", BackupTarget.sums(copied,
                    done -> progress.accept(new Progress(Step.SEALING, done, size))));
            Files.write(part.resolve("manifest.json"), Json.pretty(manifest));
        }

        private String databaseKey() throws IOException {
            return HexFormat.of().formatHex(BackupTarget.sha256().digest(database.key()));
        }

        /** Tells how much has been copied, while the call that copies tells nothing. */
        private final class Watch implements AutoCloseable {
            private final Thread thread;
            private volatile boolean over;

            Watch(Path copied) {
                long total = database.size();
                thread = new Thread(() -> {
                    while (!over) {
                        progress.accept(new Progress(Step.COPYING, Math.min(total, BackupTarget.size(copied)), total));
                        java.util.concurrent.locks.LockSupport.parkNanos(LOOK_MILLIS * 1_000_000);
                    }
                }, "daicho-ledger-backup-progress");
                thread.setDaemon(true);
                thread.start();
            }

            @Override
            public void close() {
                over = true;
                java.util.concurrent.locks.LockSupport.unpark(thread);
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
