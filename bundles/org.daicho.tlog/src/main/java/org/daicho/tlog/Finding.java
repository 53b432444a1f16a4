package org.daicho.tlog;

import java.util.Objects;

/**
 * The first thing in a log that does not fit.
 *
 * @param kind what it is
 * @param firstLeaf the first leaf that may be concerned, -1 where it cannot be told
 * @param lastLeaf the last leaf that may be concerned, -1 where it cannot be told
 * @param path the tile or bundle in which it shows, or null
 * @param detail what does not fit what, in English
 */
public record Finding(Kind kind, long firstLeaf, long lastLeaf, TilePath path, String detail) {

    /** What does not fit. */
    public enum Kind {
        /** The checkpoint is not written as a checkpoint. */
        CHECKPOINT,
        /** The checkpoint is not signed by the log's key. */
        SIGNATURE,
        /** The checkpoint is of another log. */
        ORIGIN,
        /** The log is not the one of the earlier checkpoint continued: it is shorter, or its first leaves differ. */
        EARLIER,
        /** A tile or bundle that the checkpoint promises is not there. */
        MISSING,
        /** An entry bundle is cut off, too long, or holds another number of leaves. */
        BUNDLE,
        /** A leaf is not the one whose hash the tree holds. */
        LEAF,
        /** A tile does not hold the hashes of what lies below it, or not as many as it should. */
        TILE,
        /** All leaves and tiles fit each other, and the checkpoint's root is another one. */
        ROOT
    }

    /** Checks that kind and detail are there. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    static Finding of(Kind kind, String detail) {
        return new Finding(kind, -1, -1, null, detail);
    }
}
