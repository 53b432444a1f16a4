package org.daicho.ledger.engine.backup;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.daicho.ledger.operation.LedgerBackup.Progress;
import org.daicho.ledger.operation.LedgerBackup.Step;

/**
 * Tells how much of a database has been copied, while the call that copies tells nothing; on a thread of its own until it
 * is closed.
 */
final class CopyWatch implements AutoCloseable {

    private static final long LOOK_NANOS = 500_000_000;

    private final Thread thread;
    private volatile boolean over;

    /**
     * Begins to watch.
     *
     * @param copied   the folder that is written to
     * @param total    how many bytes there are to come, about
     * @param progress is told
     */
    CopyWatch(Path copied, long total, Consumer<Progress> progress) {
        thread = new Thread(() -> {
            while (!over) {
                progress.accept(new Progress(Step.COPYING, Math.min(total, BackupTarget.size(copied)), total));
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }, "daicho-ledger-backup-progress");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
