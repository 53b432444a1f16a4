package org.daicho.ledger.engine.write;

import java.io.IOException;
import java.util.Arrays;

import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;

/**
 * The log as it was committed last.
 *
 * @param log        its number; 1 unless it took over from another
 * @param base       the position of its first leaf among the leaves of all logs
 * @param tree       the tree; not to be appended to
 * @param checkpoint its signed checkpoint
 */
public record LogState(int log, long base, CompactRange tree, String checkpoint) {

    /**
     * Loads the tree that the database has, and makes sure that it is the one that was signed.
     *
     * @param store  the database
     * @param signer the verifier of the log's key
     * @return the tree; without a checkpoint where the database is new
     * @throws UnfitException where the tree and its checkpoint don't fit
     * @throws StoreException where the database fails
     */
    public static LogState load(Store store, NoteVerifier signer) {
        LogChain chain = store.log().chain().orElseThrow();
        int log = chain.newest();
        String note = store.log().checkpoint().orElse(null);
        if (note == null) {
            return new LogState(log, chain.base(log), new CompactRange(), null);
        }
        try {
            Checkpoint checkpoint = Checkpoint.open(note, signer);
            CompactRange tree = CompactRange.resume(checkpoint.size(), store.log().tiles(log));
            if (!Arrays.equals(tree.root(), checkpoint.root())) {
                throw new UnfitException("the root is another one", null);
            }
            return new LogState(log, chain.base(log), tree, note);
        } catch (IOException | TlogException e) {
            throw new UnfitException(e.getMessage(), e);
        }
    }

    /** Returns how many leaves this log and those before it have. */
    public long size() {
        return base + tree.size();
    }
}
