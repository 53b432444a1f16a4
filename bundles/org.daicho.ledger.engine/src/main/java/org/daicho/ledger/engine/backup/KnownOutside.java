package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TileSource;
import org.daicho.tlog.TlogException;
import org.daicho.tlog.TreeReader;

/**
 * The checkpoints of a log that are known outside of a backup, and what they say about the log in it: whether it is
 * certain that nothing was published after it.
 */
final class KnownOutside {

    private final NoteVerifier key;
    private final Checkpoint restored;
    private final TileSource tiles;
    private String newest;
    private long size = -1;
    private boolean certain;

    /**
     * Begins with none known.
     *
     * @param key      the verifier of the log's key
     * @param restored the checkpoint of the log in the backup
     * @param tiles    the log in the backup
     */
    KnownOutside(NoteVerifier key, Checkpoint restored, TileSource tiles) {
        this.key = key;
        this.restored = restored;
        this.tiles = tiles;
    }

    /**
     * Takes checkpoints.
     *
     * @param notes signed checkpoints
     * @param last  whether nothing newer than these can be known; else they only tell of what is missing
     * @return why nothing can be restored with these known, or {@code null}
     */
    Text take(List<String> notes, boolean last) throws IOException {
        for (String note : notes) {
            Checkpoint known;
            try {
                known = Checkpoint.open(note, key);
            } catch (TlogException e) {
                return Messages.text("restore.outside");
            }
            if (known.size() <= restored.size()
                    && !Arrays.equals(new TreeReader(tiles, known.size()).root(), known.root())) {
                return Messages.text("restore.fork", known.size());
            }
            if (known.size() > size) {
                size = known.size();
                newest = note;
                certain = last;
            } else if (known.size() == size) {
                certain |= last;
            }
        }
        return null;
    }

    /** Tells whether nothing was published after what is restored, so that its log can go on. */
    boolean isCertain() {
        return certain && size == restored.size();
    }

    /** Returns how many leaves are known to be missing; negative where nobody knows. */
    long lost() {
        return size < restored.size() || size == restored.size() && !certain ? -1 : size - restored.size();
    }

    /** Returns the newest checkpoint that is known, or {@code null}. */
    String newest() {
        return newest;
    }
}
