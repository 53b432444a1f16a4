package org.daicho.ledger.engine.write;

import java.io.IOException;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no checkpoint out that is not kept in the key folder. So the one that is kept is the newest that anybody can have,
 * and a restore can tell whether something was published after what it restores. The writer does not wait for it. Safe
 * for use by many threads.
 */
public final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final KeyFolder keys;
    private final Supplier<LogState> newest;
    private volatile LogState kept;

    /**
     * Makes the one way out.
     *
     * @param keys   where checkpoints are kept
     * @param newest the tree as it was committed last
     * @param note   the checkpoint that is kept already, or {@code null}
     */
    public Publishing(KeyFolder keys, Supplier<LogState> newest, String note) {
        this.keys = keys;
        this.newest = newest;
        LogState state = newest.get();
        kept = state.checkpoint() != null && state.checkpoint().equals(note) ? state : null;
    }

    /** Keeps the newest checkpoint; callers at once share one write. Where it can't be kept, that is logged. */
    public void keep() {
        LogState wanted = newest.get();
        if (wanted != kept && wanted.checkpoint() != null) {
            keep(wanted);
        }
    }

    /** Keeps the newest checkpoint and returns its tree; where it can't be kept, that of the one before. */
    public LogState newest() {
        keep();
        return last();
    }

    private synchronized void keep(LogState wanted) {
        if (kept != null && kept.size() >= wanted.size()) {
            // Whoever was here before kept it, or a newer one.
            return;
        }
        LogState state = newest.get();
        try {
            keys.keepCheckpoint(state.checkpoint());
            kept = state;
        } catch (IOException e) {
            LOG.error("The checkpoint could not be kept.", e);
        }
    }

    /** Returns the tree of the checkpoint that was kept last. */
    public LogState last() {
        LogState state = kept;
        if (state == null) {
            throw Messages.refusal(Kind.UNAVAILABLE, "unavailable");
        }
        return state;
    }
}
