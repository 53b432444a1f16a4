package org.daicho.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of one level that come to be when a tree grows.
 *
 * @param level the level, 0 for leaf hashes
 * @param from the index of the first new hash within its level
 * @param to the index after the last one
 */
public record TileGrowth(int level, long from, long to) {

    /** How many hashes are new at this level. */
    public long count() {
        return to - from;
    }

    /**
     * What comes to be when a tree grows.
     *
     * @param oldSize the leaves before
     * @param newSize the leaves after, not fewer
     * @return the levels at which there is something new, from 0 upwards; empty if the tree does not grow
     */
    public static List<TileGrowth> between(long oldSize, long newSize) {
        if (oldSize < 0 || newSize < oldSize) {
            throw new IllegalArgumentException("a tree does not grow from " + oldSize + " to " + newSize + " leaves");
        }
        List<TileGrowth> growth = new ArrayList<>();
        for (int level = 0; level < Tiles.levels(newSize); level++) {
            TileGrowth here = new TileGrowth(level, Tiles.hashes(level, oldSize), Tiles.hashes(level, newSize));
            if (here.count() > 0) {
                growth.add(here);
            }
        }
        return List.copyOf(growth);
    }
}
