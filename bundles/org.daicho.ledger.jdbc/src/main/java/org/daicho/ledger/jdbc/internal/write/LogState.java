package org.daicho.ledger.jdbc.internal.write;

import java.io.IOException;
import java.util.Arrays;

import org.daicho.ledger.jdbc.internal.store.Store;
import org.daicho.ledger.jdbc.internal.store.StoreException;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;

/**
 * The tree as it was committed last.
 *
 * @param tree       the tree; not to be appended to
 * @param checkpoint its signed checkpoint
 */
public record LogState(CompactRange tree, String checkpoint) {

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
        String note = store.checkpoint().orElse(null);
        if (note == null) {
            return new LogState(new CompactRange(), null);
        }
        try {
            Checkpoint checkpoint = Checkpoint.open(note, signer);
            CompactRange tree = CompactRange.resume(checkpoint.size(), store);
            if (!Arrays.equals(tree.root(), checkpoint.root())) {
                throw new UnfitException("the root is another one", null);
            }
            return new LogState(tree, note);
        } catch (IOException | TlogException e) {
            throw new UnfitException(e.getMessage(), e);
        }
    }

    /** Returns how many leaves the tree has. */
    public long size() {
        return tree.size();
    }
}
