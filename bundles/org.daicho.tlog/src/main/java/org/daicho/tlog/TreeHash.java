package org.daicho.tlog;

import java.security.MessageDigest;

/**
 * The hashes of the Merkle tree.
 *
 * <p>RFC 6962, section 2.1: SHA-256, with {@code 0x00} before a leaf's data and {@code 0x01} before two nodes, so that
 * no leaf can be passed off as a node.
 */
public final class TreeHash {

    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private TreeHash() {
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static byte[] empty() {
        return Sha256.of();
    }

    /**
     * The hash of a leaf.
     *
     * @param data the leaf's bytes, may be empty
     */
    public static byte[] leaf(byte[] data) {
        MessageDigest sha = Sha256.begin();
        sha.update(LEAF);
        return sha.digest(data);
    }

    /**
     * The hash of an inner node.
     *
     * @param left the hash of its left side
     * @param right the hash of its right side
     */
    public static byte[] node(byte[] left, byte[] right) {
        check(left);
        MessageDigest sha = Sha256.begin();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(check(right));
    }

    static byte[] check(byte[] hash) {
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
        }
        return hash;
    }
}
