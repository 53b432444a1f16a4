package org.daicho.ledger.log;

import java.util.List;
import java.util.Map;

/**
 * An RFC 6962 inclusion proof of one version of an entry.
 *
 * @param leafIndex  the leaf's index
 * @param treeSize   the size of the tree that the proof is for
 * @param leafHash   the leaf's hash, 32 bytes
 * @param leaf       the leaf itself
 * @param hashes     the audit path, from the leaf up
 * @param checkpoint the signed checkpoint of that tree
 * @param openings   salts and values by name, for who may read the entry; else empty
 */
public record Proof(long leafIndex, long treeSize, byte[] leafHash, byte[] leaf, List<byte[]> hashes,
        String checkpoint, Map<String, Opening> openings) {

    /**
     * What opens one commitment of a leaf.
     *
     * @param index the commitment's place in the leaf, from 0
     * @param salt  the salt, 32 bytes
     * @param value the value as JSON has it
     */
    public record Opening(int index, byte[] salt, Object value) {
    }
}
