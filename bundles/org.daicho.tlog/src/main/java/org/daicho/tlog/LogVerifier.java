package org.daicho.tlog;

import java.io.IOException;
import java.util.Objects;

/**
 * Verifies a whole log from what it publishes, trusting nothing but its key.
 *
 * <p>It hashes every leaf of every entry bundle, compares with the tiles of all levels, computes the root and compares
 * it with the signed checkpoint. With an earlier checkpoint it also makes sure that the log is that one continued; that
 * needs no proof, as it has every leaf at hand. It ends at the first thing that does not fit.
 *
 * <p>Memory: one bundle, and one tile for each level. An instance is immutable and safe for use by several threads if
 * its source and listener are.
 */
public final class LogVerifier {

    private static final VerifyListener NOBODY = new VerifyListener() {};

    private final LogSource source;
    private final NoteVerifier key;
    private final String origin;
    private final Checkpoint earlier;
    private final VerifyListener listener;

    /**
     * Verifies the log that has its key's name.
     *
     * @param source what the log publishes
     * @param key the log's key
     */
    public LogVerifier(LogSource source, NoteVerifier key) {
        this(source, key, key.name(), null, NOBODY);
    }

    private LogVerifier(LogSource source, NoteVerifier key, String origin, Checkpoint earlier,
            VerifyListener listener) {
        this.source = Objects.requireNonNull(source, "source");
        this.key = Objects.requireNonNull(key, "key");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.earlier = earlier;
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /** The same, for a log whose origin is not its key's name. */
    public LogVerifier origin(String expected) {
        return new LogVerifier(source, key, expected, earlier, listener);
    }

    /**
     * The same, for a log that must continue an earlier checkpoint.
     *
     * @param trusted a checkpoint that was opened and kept before, or null for none
     */
    public LogVerifier earlier(Checkpoint trusted) {
        return new LogVerifier(source, key, origin, trusted, listener);
    }

    /** The same, telling somebody how it proceeds. */
    public LogVerifier listener(VerifyListener told) {
        return new LogVerifier(source, key, origin, earlier, told);
    }

    /**
     * Verifies.
     *
     * @return what it came to; something that does not fit is a finding there, not an exception
     * @throws IOException where the source cannot be read; something that is not there is a finding
     */
    public VerifyResult run() throws IOException {
        Checkpoint checkpoint = null;
        LeafWalk walk = null;
        try {
            checkpoint = open();
            checkEarlier(checkpoint);
            walk = new LeafWalk(source, checkpoint, earlier, listener);
            walk.run();
            return new VerifyResult(checkpoint, walk.leaves(), null);
        } catch (FoundException e) {
            return new VerifyResult(checkpoint, walk == null ? 0 : walk.leaves(), e.finding());
        }
    }

    private Checkpoint open() throws IOException, FoundException {
        try {
            SignedNote note = SignedNote.parse(source.checkpoint());
            Finding.Kind kind = Finding.Kind.SIGNATURE;
            try {
                note.verify(key);
                kind = Finding.Kind.ORIGIN;
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                checkpoint.checkOrigin(origin);
                return checkpoint;
            } catch (UnverifiedException e) {
                throw new FoundException(Finding.of(kind, e.getMessage()));
            }
        } catch (MalformedException e) {
            throw new FoundException(Finding.of(Finding.Kind.CHECKPOINT, e.getMessage()));
        }
    }

    private void checkEarlier(Checkpoint checkpoint) throws FoundException {
        if (earlier == null) {
            return;
        }
        if (!earlier.origin().equals(checkpoint.origin())) {
            throw new FoundException(Finding.of(Finding.Kind.EARLIER, "the earlier checkpoint is of the log \""
                    + earlier.origin() + "\", this one of \"" + checkpoint.origin() + "\""));
        }
        if (earlier.size() > checkpoint.size()) {
            throw new FoundException(new Finding(Finding.Kind.EARLIER, checkpoint.size(), earlier.size() - 1, null,
                    "the log had " + earlier.size() + " leaves and now has " + checkpoint.size()));
        }
    }
}
