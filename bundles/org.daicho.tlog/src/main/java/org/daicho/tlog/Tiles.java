package org.daicho.tlog;

import java.util.function.Consumer;

/**
 * Which tiles a tree has.
 *
 * <p>C2SP {@code tlog-tiles}: a tile holds up to 256 hashes of one level; a hash of the level above stands for one full
 * tile. Only the last tile of a level may be partial, and there are no empty tiles.
 */
public final class Tiles {

    /** The number of hashes in a full tile, and of leaves in a full entry bundle. */
    public static final int WIDTH = 256;

    /** The height of the subtree that a tile spans: 2<sup>8</sup> = {@link #WIDTH}. */
    static final int HEIGHT = 8;

    private Tiles() {
    }

    /**
     * How many hashes a tile has in a tree of a given size.
     *
     * @param level the tile's level
     * @param index the tile's number within the level
     * @param size the number of leaves
     * @return 1 to 256, or 0 where that tree has no such tile
     */
    public static int width(int level, long index, long size) {
        if (index < 0) {
            throw new IllegalArgumentException("no tile has the number " + index);
        }
        long hashes = hashes(level, size);
        if (index > hashes / WIDTH) {
            return 0;
        }
        return (int) Math.min(WIDTH, hashes - index * WIDTH);
    }

    /**
     * How many leaves an entry bundle has in a tree of a given size.
     *
     * @return 1 to 256, or 0 where there is no such bundle
     */
    public static int bundleWidth(long index, long size) {
        return width(0, index, size);
    }

    /** How many tiles a level has in a tree of a given size, a partial one included. */
    public static long count(int level, long size) {
        long hashes = hashes(level, size);
        return hashes / WIDTH + (hashes % WIDTH == 0 ? 0 : 1);
    }

    /** How many levels have a tile in a tree of a given size: 0 for none, 1 up to 255 leaves, 2 from 256 leaves on. */
    public static int levels(long size) {
        int levels = 0;
        while (hashes(levels, size) > 0) {
            levels++;
        }
        return levels;
    }

    /**
     * Names every tile of hashes of a tree, level by level, upwards.
     *
     * @param size the number of leaves
     * @param action called with each
     */
    public static void forEach(long size, Consumer<TilePath> action) {
        for (int level = 0; level < levels(size); level++) {
            long count = count(level, size);
            for (long index = 0; index < count; index++) {
                action.accept(TilePath.tile(level, index, width(level, index, size)));
            }
        }
    }

    /** How many hashes a level has in a tree of a given size: complete subtrees of 256^level leaves. */
    static long hashes(int level, long size) {
        if (level < 0 || size < 0) {
            throw new IllegalArgumentException("no level " + level + " in a tree of " + size + " leaves");
        }
        int shift = level * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }
}
