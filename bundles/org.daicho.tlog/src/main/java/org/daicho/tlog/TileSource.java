package org.daicho.tlog;

import java.io.IOException;

/** Supplies tiles of hashes, from a database, a folder or a web server. */
@FunctionalInterface
public interface TileSource {

    /**
     * The hashes of one tile, one after the other.
     *
     * @param level 0 for leaf hashes, 1 and above for the hashes of full tiles of the level below
     * @param index the tile's number within its level, from 0
     * @param width how many hashes, 1 to 256; where the full tile exists its first {@code width} hashes are the answer
     * @return exactly {@code width * 32} bytes
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} where there is no such tile
     * @throws IOException where it cannot be read
     */
    byte[] tile(int level, long index, int width) throws IOException;
}
