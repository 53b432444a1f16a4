package org.daicho.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The leaf of one version of an entry, which tells nothing to who may not read the entry.
 *
 * <pre>
 * leaf          = 0x01 ‖ uint16be(n) ‖ commitment(0) ‖ … ‖ commitment(n - 1)
 * commitment(i) = HMAC-SHA-256(key = salt(i), RFC8785(value(i)))                          32 bytes
 * salt(i)       = HMAC-SHA-256(key = entryKey, uint32be(version) ‖ utf8(name(i)))         32 bytes
 * </pre>
 *
 * <p>The values come first, in the order that the caller gives (that of the definition). Then n is rounded up to a
 * multiple of 32, at least 32: the slot i of this padding has the name {@code "~" + i}, i in decimal, and the value
 * null. Without its salt a commitment to padding looks like any other, so that the number of columns does not tell the
 * ledger. Since the salts follow from the entry's key, destroying that key makes the values unprovable for good, while
 * the leaf, and with it the tree, stays as it is.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class EntryLeaf {

    /** The number of slots is a multiple of this. */
    public static final int SLOTS = 32;

    /** The most values that a leaf can hold: 63 times 32 slots, as a leaf has at most 65,535 bytes. */
    public static final int MAX_VALUES = 2016;

    /** What the names of padding begin with. */
    static final String PADDING = "~";

    private static final int HEADER_BYTES = 3;

    private final byte[] bytes;
    private final List<Opening> openings;
    private final List<Opening> padding;

    private EntryLeaf(List<Opening> all, int values) {
        ByteBuffer leaf = ByteBuffer.allocate(HEADER_BYTES + all.size() * TreeHash.BYTES);
        leaf.put(LeafKind.ENTRY.code()).putShort((short) all.size());
        Hmac hmac = new Hmac();
        all.forEach(opening -> leaf.put(opening.commitment(hmac)));
        this.bytes = leaf.array();
        this.openings = List.copyOf(all.subList(0, values));
        this.padding = List.copyOf(all.subList(values, all.size()));
    }

    /**
     * Makes the leaf of a version.
     *
     * @param entryKey 32 random bytes that belong to this entry alone; not kept
     * @param version the entry's version, from 1
     * @param values the values in the order of the definition, at most {@link #MAX_VALUES}, each name once
     * @throws IllegalArgumentException where one of these is not so, or a value has no canonical JSON
     */
    public static EntryLeaf of(byte[] entryKey, int version, List<NamedValue> values) {
        if (entryKey.length != TreeHash.BYTES || version < 1 || values.size() > MAX_VALUES) {
            throw new IllegalArgumentException("a leaf needs a key of 32 bytes, a version from 1, at most 2016 values");
        }
        int slots = Math.max(SLOTS, (values.size() + SLOTS - 1) / SLOTS * SLOTS);
        List<Opening> all = new ArrayList<>(slots);
        Set<String> names = new HashSet<>();
        Hmac salts = new Hmac().key(entryKey);
        for (int i = 0; i < slots; i++) {
            boolean real = i < values.size();
            String name = real ? values.get(i).name() : PADDING + i;
            if (!names.add(name)) {
                throw new IllegalArgumentException("two values have the name " + name);
            }
            all.add(new Opening(i, name, salt(salts, version, name), real ? values.get(i).value() : null));
        }
        return new EntryLeaf(all, values.size());
    }

    /** The leaf. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What opens the values, in their order. Secret: only for who may read the entry. */
    public List<Opening> openings() {
        return openings;
    }

    /** What shows that the remaining slots are padding. Secret like the others, as it tells the number of columns. */
    public List<Opening> padding() {
        return padding;
    }

    /**
     * The commitments of a leaf.
     *
     * @param leaf the bytes of an entry leaf
     * @return a multiple of 32, each of 32 bytes
     * @throws MalformedException where it is of another kind or has a wrong length
     */
    public static List<byte[]> commitments(byte[] leaf) throws MalformedException {
        LeafKind.ENTRY.check(leaf);
        ByteBuffer in = ByteBuffer.wrap(leaf, 1, leaf.length - 1);
        int slots = in.remaining() < Short.BYTES ? 0 : Short.toUnsignedInt(in.getShort());
        if (slots == 0 || slots % SLOTS != 0 || in.remaining() != slots * TreeHash.BYTES) {
            throw new MalformedException("the entry leaf does not have the length for its number of slots, " + slots);
        }
        List<byte[]> commitments = new ArrayList<>(slots);
        for (int i = 0; i < slots; i++) {
            byte[] commitment = new byte[TreeHash.BYTES];
            in.get(commitment);
            commitments.add(commitment);
        }
        return commitments;
    }

    private static byte[] salt(Hmac salts, int version, String name) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(version).array();
        return salts.of(number, name.getBytes(StandardCharsets.UTF_8));
    }
}
