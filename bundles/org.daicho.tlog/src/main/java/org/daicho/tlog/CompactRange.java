package org.daicho.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing Merkle tree, kept as the few hashes that are still needed to go on.
 *
 * <p>It holds one hash for each bit set in its size: the roots ("peaks") of the perfect subtrees that make up the tree,
 * the largest first. Take a {@link #copy()} before a batch whose transaction may fail. Not safe for use by several
 * threads.
 */
public final class CompactRange {

    private static final HashSink NOBODY = (level, index, hash) -> {};

    private final List<byte[]> peaks;
    private long size;

    /** The tree without leaves. */
    public CompactRange() {
        this(0, List.of());
    }

    /**
     * A tree as {@link #peaks()} told it.
     *
     * @param size how many leaves it has
     * @param peaks the roots of its perfect subtrees, the largest first
     */
    public CompactRange(long size, List<byte[]> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves does not have " + peaks.size() + " peaks");
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks.size());
        peaks.forEach(peak -> this.peaks.add(TreeHash.check(peak).clone()));
    }

    /**
     * A tree whose hashes were stored.
     *
     * @param size how many leaves it has
     * @param tiles its stored hashes
     * @throws IOException where these cannot be read
     */
    public static CompactRange resume(long size, TileSource tiles) throws IOException {
        return new CompactRange(size, new TreeReader(tiles, size).peaks());
    }

    /**
     * Adds a leaf.
     *
     * @param leafHash its {@link TreeHash#leaf hash}
     * @return its index
     */
    public long append(byte[] leafHash) {
        return append(leafHash, NOBODY);
    }

    /**
     * Adds a leaf and tells which tile hashes came to be.
     *
     * @param leafHash its {@link TreeHash#leaf hash}
     * @param sink gets the leaf's hash at level 0 and then those of the levels above that are now complete, upwards
     * @return the leaf's index
     */
    public long append(byte[] leafHash, HashSink sink) {
        byte[] hash = TreeHash.check(leafHash).clone();
        long index = size;
        sink.accept(0, index, hash);
        int height = 0;
        for (; ((index >>> height) & 1) == 1; height++) {
            hash = TreeHash.node(peaks.remove(peaks.size() - 1), hash);
            int above = height + 1;
            if (above % Tiles.HEIGHT == 0) {
                sink.accept(above / Tiles.HEIGHT, index >>> above, hash);
            }
        }
        peaks.add(hash);
        size = Math.addExact(size, 1);
        return index;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return TreeHash.empty();
        }
        int last = peaks.size() - 1;
        byte[] root = peaks.get(last).clone();
        for (int i = last - 1; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }

    /** The roots of the perfect subtrees, the largest first; one for each bit set in {@link #size()}. */
    public List<byte[]> peaks() {
        return peaks.stream().map(byte[]::clone).toList();
    }

    /** A tree of its own that goes on from here. */
    public CompactRange copy() {
        return new CompactRange(size, peaks);
    }
}
