package org.daicho.tlog;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs of inclusion and of consistency.
 *
 * <p>The algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, on trees hashed as in RFC 6962. A proof must have
 * exactly the hashes that its sizes ask for. That alone does not bind a size: neighbouring sizes may ask for the same
 * ones. So a size is taken from where its root comes from, a signed checkpoint.
 */
public final class Proofs {

    private Proofs() {
    }

    /**
     * Checks that a leaf is in a tree.
     *
     * @param index the leaf's index
     * @param size the number of leaves of the tree
     * @param leafHash the leaf's {@link TreeHash#leaf hash}
     * @param proof the hashes from the leaf upwards
     * @param root the root of the tree
     * @throws UnverifiedException where the proof does not show it; the message says what does not fit
     */
    public static void verifyInclusion(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root)
            throws UnverifiedException {
        if (index < 0 || index >= size) {
            throw new UnverifiedException("there is no leaf " + index + " in a tree of " + size + " leaves");
        }
        checkLengths(proof, leafHash, root);
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                throw tooLong(proof, "leaf " + index + " of " + size);
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling, hash);
                // The right edge of the tree has no sibling on every level: skip those where there is none.
                int levels = Long.numberOfTrailingZeros(node);
                node >>>= levels;
                last >>>= levels;
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw tooShort(proof, "leaf " + index + " of " + size);
        }
        checkRoot(hash, root, "the proof of leaf " + index + " does not lead to the root of " + size + " leaves");
    }

    /**
     * Checks that a tree continues an earlier one: its first leaves are the earlier one's.
     *
     * @param oldSize the number of leaves of the earlier tree
     * @param oldRoot the root of the earlier tree
     * @param newSize the number of leaves of the later tree
     * @param newRoot the root of the later tree
     * @param proof the hashes; none where the earlier tree has no leaves or as many as the later one
     * @throws UnverifiedException where the proof does not show it; the message says what does not fit
     */
    public static void verifyConsistency(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot,
            List<byte[]> proof) throws UnverifiedException {
        if (oldSize < 0 || oldSize > newSize) {
            throw new UnverifiedException("a tree of " + newSize + " leaves cannot continue one of " + oldSize);
        }
        checkLengths(proof, oldRoot, newRoot);
        if (oldSize == 0 || oldSize == newSize) {
            trivial(oldSize, oldRoot, newSize, newRoot, proof);
            return;
        }
        String what = "sizes " + oldSize + " and " + newSize;
        int levels = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >>> levels;
        long last = (newSize - 1) >>> levels;
        Iterator<byte[]> hashes = proof.iterator();
        // Where the earlier tree is one perfect subtree its root starts the walk, and the proof leaves it out.
        byte[] older = node == 0 ? oldRoot : next(hashes, proof, what);
        byte[] newer = older;
        while (hashes.hasNext()) {
            byte[] sibling = hashes.next();
            if (last == 0) {
                throw tooLong(proof, what);
            }
            if ((node & 1) == 1 || node == last) {
                older = TreeHash.node(sibling, older);
                newer = TreeHash.node(sibling, newer);
                int skip = Long.numberOfTrailingZeros(node);
                node >>>= skip;
                last >>>= skip;
            } else {
                newer = TreeHash.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw tooShort(proof, what);
        }
        checkRoot(older, oldRoot, "the proof does not lead to the earlier root, of " + oldSize + " leaves");
        checkRoot(newer, newRoot, "the proof does not lead to the later root, of " + newSize + " leaves");
    }

    private static void trivial(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof)
            throws UnverifiedException {
        if (!proof.isEmpty()) {
            throw tooLong(proof, "sizes " + oldSize + " and " + newSize);
        }
        if (oldSize == 0) {
            checkRoot(oldRoot, TreeHash.empty(), "a tree without leaves has another root");
        }
        if (newSize == oldSize) {
            checkRoot(oldRoot, newRoot, "two trees of " + oldSize + " leaves have different roots");
        }
    }

    private static byte[] next(Iterator<byte[]> hashes, List<byte[]> proof, String what) throws UnverifiedException {
        if (!hashes.hasNext()) {
            throw tooShort(proof, what);
        }
        return hashes.next();
    }

    private static void checkRoot(byte[] computed, byte[] root, String otherwise) throws UnverifiedException {
        if (!MessageDigest.isEqual(computed, root)) {
            throw new UnverifiedException(otherwise);
        }
    }

    private static void checkLengths(List<byte[]> proof, byte[] first, byte[] second) throws UnverifiedException {
        for (int i = 0; i < proof.size(); i++) {
            if (proof.get(i).length != TreeHash.BYTES) {
                throw new UnverifiedException("hash " + i + " of the proof has " + proof.get(i).length + " bytes");
            }
        }
        if (first.length != TreeHash.BYTES || second.length != TreeHash.BYTES) {
            throw new UnverifiedException("a leaf hash or a root does not have 32 bytes");
        }
    }

    private static UnverifiedException tooLong(List<byte[]> proof, String what) {
        return new UnverifiedException("the proof for " + what + " has too many hashes: " + proof.size());
    }

    private static UnverifiedException tooShort(List<byte[]> proof, String what) {
        return new UnverifiedException("the proof for " + what + " has too few hashes: " + proof.size());
    }
}
