package org.daicho.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes roots and proofs of one tree from its tiles.
 *
 * <p>The algorithms are those of RFC 6962, sections 2.1 to 2.1.2. A reader keeps the tiles that it read last, at most
 * {@value #KEPT_TILES} of 8 KB; make one for each question or each checkpoint. Not safe for use by several threads.
 */
public final class TreeReader {

    private static final int KEPT_TILES = 32;

    private final TileSource source;
    private final long size;
    private final Map<TilePath, byte[]> kept = new LinkedHashMap<>(KEPT_TILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > KEPT_TILES;
        }
    };

    /**
     * Reads a tree.
     *
     * @param source the tiles of a tree that has at least {@code size} leaves
     * @param size the number of leaves that count
     */
    public TreeReader(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
        this.source = source;
        this.size = size;
    }

    /**
     * The root of the tree.
     *
     * @throws IOException where a tile cannot be read or has a wrong length
     */
    public byte[] root() throws IOException {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /**
     * The hash of a leaf.
     *
     * @param index the leaf's index, below the size
     * @throws IOException where its tile cannot be read or has a wrong length
     */
    public byte[] leafHash(long index) throws IOException {
        checkIndex(index);
        return perfect(0, index);
    }

    /**
     * The proof that a leaf is in the tree, for {@link Proofs#verifyInclusion}.
     *
     * @param index the leaf's index, below the size
     * @return the hashes from the leaf upwards
     * @throws IOException where a tile cannot be read or has a wrong length
     */
    public List<byte[]> inclusionProof(long index) throws IOException {
        checkIndex(index);
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /**
     * The proof that the tree continues an earlier one, for {@link Proofs#verifyConsistency}.
     *
     * @param oldSize the number of leaves of the earlier tree, not above the size
     * @return the hashes; none if the earlier tree has no leaves or all of them
     * @throws IOException where a tile cannot be read or has a wrong length
     */
    public List<byte[]> consistencyProof(long oldSize) throws IOException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no tree of " + oldSize + " leaves came before one of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            subproof(oldSize, 0, size, true, proof);
        }
        return proof;
    }

    /** The roots of the perfect subtrees that make up the tree, the largest first. */
    List<byte[]> peaks() throws IOException {
        List<byte[]> peaks = new ArrayList<>();
        for (long rest = size, from = 0; rest > 0;) {
            long most = Long.highestOneBit(rest);
            peaks.add(range(from, from + most));
            from += most;
            rest -= most;
        }
        return peaks;
    }

    private void path(long index, long from, long to, List<byte[]> proof) throws IOException {
        if (to - from == 1) {
            return;
        }
        long split = from + split(to - from);
        if (index < split) {
            path(index, from, split, proof);
            proof.add(range(split, to));
        } else {
            path(index, split, to, proof);
            proof.add(range(from, split));
        }
    }

    /** SUBPROOF of RFC 6962; {@code known} while the old tree is the whole left side, whose root the verifier has. */
    private void subproof(long oldSize, long from, long to, boolean known, List<byte[]> proof) throws IOException {
        if (oldSize == to) {
            if (!known) {
                proof.add(range(from, to));
            }
            return;
        }
        long split = from + split(to - from);
        if (oldSize <= split) {
            subproof(oldSize, from, split, known, proof);
            proof.add(range(split, to));
        } else {
            subproof(oldSize, split, to, false, proof);
            proof.add(range(from, split));
        }
    }

    /** MTH(D[from:to]) of RFC 6962. */
    private byte[] range(long from, long to) throws IOException {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return perfect(height, from >>> height);
        }
        long split = from + split(leaves);
        return TreeHash.node(range(from, split), range(split, to));
    }

    /** The largest power of two below a number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** The root of the n-th perfect subtree of 2^height leaves: folded from 2^(height mod 8) hashes of one tile. */
    private byte[] perfect(int height, long n) throws IOException {
        int level = height / Tiles.HEIGHT;
        int within = height % Tiles.HEIGHT;
        long first = n << within;
        long tile = first / Tiles.WIDTH;
        byte[] hashes = read(level, tile);
        int offset = (int) (first % Tiles.WIDTH);
        return fold(hashes, offset, offset + (1 << within));
    }

    private static byte[] fold(byte[] hashes, int from, int to) {
        if (to - from == 1) {
            return Arrays.copyOfRange(hashes, from * TreeHash.BYTES, to * TreeHash.BYTES);
        }
        int middle = (from + to) / 2;
        return TreeHash.node(fold(hashes, from, middle), fold(hashes, middle, to));
    }

    private byte[] read(int level, long index) throws IOException {
        TilePath path = TilePath.tile(level, index, Tiles.width(level, index, size));
        byte[] hashes = kept.get(path);
        if (hashes == null) {
            hashes = source.tile(level, index, path.width());
            if (hashes.length != path.width() * TreeHash.BYTES) {
                throw new BadTileException(path, hashes.length);
            }
            kept.put(path, hashes);
        }
        return hashes;
    }

    private void checkIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size + " leaves");
        }
    }
}
