package org.daicho.ledger.log;

import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.ledger.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The log: one Merkle tree over every version of every entry and every definition (RFC 6962 hashing), with a signed
 * checkpoint. Safe for use by many threads.
 */
@ProviderType
public interface LedgerLog {

    /** Returns the newest checkpoint, a signed note in the C2SP tlog-checkpoint format. */
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
     * Proves that a version of an entry is in the tree of the newest checkpoint.
     *
     * @param caller  who asks; only who may read the entry gets openings
     * @param ledger  the ledger's id
     * @param id      the entry's id
     * @param version the version, or {@code null} for the newest
     * @return the proof
     */
    Proof proof(Caller caller, String ledger, String id, Integer version);

    /**
     * Recomputes every hash from the stored entries and checks the signed checkpoint.
     *
     * @param progress called now and then with the number of leaves done
     * @return what was found
     */
    Verification verify(LongConsumer progress);
}
