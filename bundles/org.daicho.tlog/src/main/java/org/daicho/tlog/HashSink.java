package org.daicho.tlog;

/**
 * Takes the tile hashes that come to be while a tree grows.
 *
 * <p>A store that keeps one row for each call can answer every tile with a read of consecutive rows: the tile
 * {@code (level, n)} of width {@code w} is the rows {@code n * 256} to {@code n * 256 + w - 1} of that level.
 */
@FunctionalInterface
public interface HashSink {

    /**
     * Takes one hash.
     *
     * @param level 0 for leaf hashes; at level L a hash stands for a complete subtree of 256<sup>L</sup> leaves
     * @param index its position among the hashes of its level, from 0
     * @param hash 32 bytes; the receiver may keep the array and must not change it
     */
    void accept(int level, long index, byte[] hash);
}
