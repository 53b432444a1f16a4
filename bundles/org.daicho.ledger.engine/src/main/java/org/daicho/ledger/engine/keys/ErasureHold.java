package org.daicho.ledger.engine.keys;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;

/**
 * Keeps erasures and a backup apart: between the copy of the database and that of the keys an erasure would leave
 * ciphertext without a key and without a mark. Erasures go on beside each other.
 */
public final class ErasureHold {

    private static final long PATIENCE_SECONDS = 60;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final long patience;

    public ErasureHold() {
        this(PATIENCE_SECONDS);
    }

    public ErasureHold(long patience) {
        this.patience = patience;
    }

    /** Erases, once no backup is being taken; refuses after a minute. */
    public <T> T erasing(Supplier<T> erasure) {
        return with(lock.readLock(), "erasure.backup", erasure);
    }

    /** Takes a backup, once no erasure is under way; refuses after a minute. */
    public <T> T held(Supplier<T> backup) {
        return with(lock.writeLock(), "backup.erasing", backup);
    }

    private <T> T with(Lock side, String refusal, Supplier<T> work) {
        boolean taken = false;
        try {
            taken = side.tryLock(patience, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw Messages.refusal(Kind.UNAVAILABLE, refusal);
        }
        try {
            return work.get();
        } finally {
            side.unlock();
        }
    }
}
