package org.daicho.ledger.engine;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.write.Publishing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again every second what may fail for a while: to keep the newest checkpoint, and to destroy the keys of erased
 * entries. Has a thread of its own until it is closed.
 */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Publishing publishing;
    private final EntryKeys keys;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "daicho-ledger-checkpoint");
        made.setDaemon(true);
        return made;
    });

    Upkeep(Publishing publishing, EntryKeys keys) {
        this.publishing = publishing;
        this.keys = keys;
    }

    /** Keeps what there is now, and goes on every second. */
    void start() {
        keep();
        thread.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    private void keep() {
        publishing.keep();
        try {
            keys.finish();
        } catch (IOException e) {
            LOG.error("The key of an erased entry is not destroyed yet.", e);
        }
    }

    /** Ends the thread. */
    void stop() {
        thread.shutdown();
    }

    /** Keeps what there is, a last time. */
    @Override
    public void close() {
        stop();
        keep();
    }
}
