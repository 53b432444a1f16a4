package org.daicho.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 consecutive leaves as they are published.
 *
 * <p>C2SP {@code tlog-tiles}: each leaf follows its length, which is an unsigned big-endian number of 16 bits.
 */
public final class EntryBundle {

    /** The length of the longest leaf, in bytes: what 16 bits can tell. */
    public static final int MAX_LEAF = 65_535;

    private static final int LENGTH_BYTES = 2;

    private EntryBundle() {
    }

    /**
     * Writes a bundle.
     *
     * @param leaves 1 to 256 leaves of at most {@link #MAX_LEAF} bytes
     */
    public static byte[] encode(List<byte[]> leaves) {
        if (leaves.isEmpty() || leaves.size() > Tiles.WIDTH) {
            throw new IllegalArgumentException("a bundle has 1 to 256 leaves, not " + leaves.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            if (leaf.length > MAX_LEAF) {
                throw new IllegalArgumentException("a leaf has at most 65,535 bytes, not " + leaf.length);
            }
            out.write(leaf.length >>> Byte.SIZE);
            out.write(leaf.length);
            out.writeBytes(leaf);
        }
        return out.toByteArray();
    }

    /**
     * Reads a bundle.
     *
     * @param bundle its bytes
     * @param width how many leaves it must have
     * @return the leaves in their order
     * @throws MalformedException where it has fewer or more leaves, or ends within one
     */
    public static List<byte[]> decode(byte[] bundle, int width) throws MalformedException {
        List<byte[]> leaves = new ArrayList<>(width);
        decode(bundle, width, leaves);
        return leaves;
    }

    /** Reads a bundle into a list, which has the leaves before the fault if there is one. */
    static void decode(byte[] bundle, int width, List<byte[]> leaves) throws MalformedException {
        int at = 0;
        while (at < bundle.length) {
            if (leaves.size() == width) {
                throw new MalformedException("the bundle goes on after its " + width + " leaves");
            }
            int from = at + LENGTH_BYTES;
            int to = from > bundle.length ? from : from + length(bundle, at);
            if (to > bundle.length) {
                throw new MalformedException("the bundle ends within its leaf " + leaves.size());
            }
            leaves.add(Arrays.copyOfRange(bundle, from, to));
            at = to;
        }
        if (leaves.size() < width) {
            throw new MalformedException("the bundle has " + leaves.size() + " leaves and not " + width);
        }
    }

    private static int length(byte[] bundle, int at) {
        return Byte.toUnsignedInt(bundle[at]) << Byte.SIZE | Byte.toUnsignedInt(bundle[at + 1]);
    }
}
