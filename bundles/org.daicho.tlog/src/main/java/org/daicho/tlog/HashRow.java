package org.daicho.tlog;

import java.util.Arrays;

/** The hashes of one level's tile that is being filled. */
final class HashRow {

    private final byte[] hashes = new byte[Tiles.WIDTH * TreeHash.BYTES];
    private int width;
    private long tile;

    void add(byte[] hash) {
        System.arraycopy(hash, 0, hashes, width * TreeHash.BYTES, TreeHash.BYTES);
        width++;
    }

    int width() {
        return width;
    }

    /** The number of this tile within its level. */
    long tile() {
        return tile;
    }

    boolean isFull() {
        return width == Tiles.WIDTH;
    }

    /** The first hash here that a tile, which may be wider, does not have at its place, or -1. */
    int firstOtherThan(byte[] other) {
        int differs = Arrays.mismatch(hashes, 0, width * TreeHash.BYTES, other, 0, width * TreeHash.BYTES);
        return differs < 0 ? -1 : differs / TreeHash.BYTES;
    }

    /** Goes on to the next tile. */
    void clear() {
        width = 0;
        tile++;
    }
}
