package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.ErasureHold;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.system.DatabaseBackup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backup service: refuses orders that can't be carried out, and lets one at a time be copied while erasures wait.
 */
public final class BackupService implements LedgerBackup {

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

    private final DatabaseBackup database;
    private final KeyFolder folder;
    private final BackupKeys keys;
    private final BackupCopying copying;
    private final ErasureHold erasures;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Makes the service.
     *
     * @param database copies the database, or {@code null} where the data source can't
     * @param folder   the key folder, which no backup may lie in
     * @param keys     reads the keys of the backups that are there
     * @param copying  copies
     * @param erasures keeps erasures and backups apart
     */
    public BackupService(DatabaseBackup database, KeyFolder folder, BackupKeys keys, BackupCopying copying,
            ErasureHold erasures) {
        this.database = database;
        this.folder = folder;
        this.keys = keys;
        this.copying = copying;
        this.erasures = erasures;
    }

    @Override
    public Taken take(Order order, Consumer<Progress> progress) {
        if (!running.compareAndSet(false, true)) {
            throw Messages.refusal(Kind.CONFLICT, "backup.running");
        }
        try {
            requireSound(order);
            return carryOut(order, progress);
        } finally {
            running.set(false);
        }
    }

    private void requireSound(Order order) {
        if (database == null) {
            throw Messages.refusal(Kind.CONFLICT, "backup.unsupported");
        }
        for (Path path : List.of(order.folder(), order.keys())) {
            if (!path.isAbsolute() || !path.equals(path.normalize())) {
                throw Messages.refusal(Kind.MALFORMED, "backup.path", path.toString());
            }
            if (folder.holds(path)) {
                throw Messages.refusal(Kind.CONFLICT, "backup.inside", path.toString());
            }
        }
    }

    private Taken carryOut(Order order, Consumer<Progress> progress) {
        BackupTarget target = new BackupTarget(order.folder(), order.keys());
        try {
            target.prepare();
            long needed = database.size();
            if (target.room() < needed) {
                throw Messages.refusal(Kind.CONFLICT, "backup.room", order.folder().toString(), needed,
                        target.room());
            }
        } catch (IOException e) {
            throw failed(order, e);
        }
        KeyArchive before = keys.before(target, order.keys());
        progress.accept(new Progress(Step.WAITING, 0, 0));
        return erasures.held(() -> {
            try {
                return copying.copy(target, before, order.closes(), progress);
            } catch (IOException e) {
                throw failed(order, e);
            }
        });
    }

    private static LedgerException failed(Order order, IOException why) {
        LOG.error("A backup failed.", why);
        return Messages.refusal(Kind.CONFLICT, order.closes() ? "backup.failed.final" : "backup.failed",
                order.folder().toString(), String.valueOf(why.getMessage()));
    }
}
