package org.daicho.ledger.log;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One log as it is published, in the public C2SP formats. Safe for use by many threads.
 */
@ProviderType
public interface PublishedLog {

    /**
     * Returns the newest checkpoint, a signed note in the C2SP tlog-checkpoint format. It is kept in the key folder
     * before it is returned.
     */
    String checkpoint();

    /** Returns the checkpoint's verifier key, {@code name+hash+base64}. */
    String verifierKey();

    /**
     * Returns a tile of hashes (C2SP tlog-tiles).
     *
     * @param level the tile's level, 0 for the leaves' hashes, at most 63
     * @param index the tile's index
     * @param width 1 to 256 hashes
     * @return the hashes, 32 bytes each; empty where the tree has no such tile
     */
    Optional<byte[]> tile(int level, long index, int width);

    /**
     * Returns an entry bundle (C2SP tlog-tiles): leaves, each after its length as a big-endian uint16.
     *
     * @param index the bundle's index
     * @param width 1 to 256 leaves
     * @return the bundle; empty where the tree has no such bundle
     */
    Optional<byte[]> entries(long index, int width);

    /**
     * Returns the checkpoint of size 1 of a log that took over from another, signed by its key and by that of the log
     * before; empty for the first log.
     */
    Optional<String> succession();
}
