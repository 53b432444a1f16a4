package org.daicho.ledger.operation;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes backups while the ledgers serve. Safe for use by many threads; one backup at a time.
 */
@ProviderType
public interface LedgerBackup {

    /**
     * What to do.
     *
     * @param folder the target, an absolute folder; made where it is absent
     * @param keys   the target's one file of keys, absolute
     * @param closes whether this is the last one: writing ends before, and this copy's signing key is destroyed after
     */
    record Order(Path folder, Path keys, boolean closes) {
    }

    /**
     * A backup that was taken and verified.
     *
     * @param folder   where it lies
     * @param origin   the log's origin
     * @param treeSize how many leaves the log has in it
     * @param root     the root over them, in base64
     */
    record Taken(Path folder, String origin, long treeSize, String root) {
    }

    /** What a running backup does. */
    enum Step {
        /** It waits for an erasure that is under way. */
        WAITING,
        /** It copies the database. */
        COPYING,
        /** It verifies the copy with the keys that were written beside it. */
        VERIFYING,
        /** It computes the sums of the files and puts the backup into its place. */
        SEALING
    }

    /**
     * How far it is.
     *
     * @param step  what it does
     * @param done  leaves or bytes done
     * @param total of how many; 0 where that is not known
     */
    record Progress(Step step, long done, long total) {
    }

    /**
     * Takes a backup; returns once it is verified and durable.
     *
     * @param order    what to do
     * @param progress called now and then
     * @return the backup
     * @throws org.daicho.ledger.LedgerException where it can't be taken; earlier backups are as they were
     */
    Taken take(Order order, Consumer<Progress> progress);
}
