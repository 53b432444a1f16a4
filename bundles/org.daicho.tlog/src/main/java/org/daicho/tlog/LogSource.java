package org.daicho.tlog;

import java.io.IOException;

/** Supplies everything that a log publishes. */
public interface LogSource extends TileSource {

    /**
     * The newest signed checkpoint, as it was published.
     *
     * @return a signed note in UTF-8
     * @throws IOException where it cannot be read
     */
    byte[] checkpoint() throws IOException;

    /**
     * One entry bundle.
     *
     * @param index the bundle's number, from 0; it holds the leaves from {@code index * 256}
     * @param width how many leaves, 1 to 256
     * @return the bundle in the form of {@link EntryBundle}, with exactly {@code width} leaves
     * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} where there is no such bundle
     * @throws IOException where it cannot be read
     */
    byte[] entryBundle(long index, int width) throws IOException;
}
