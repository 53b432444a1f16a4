package org.daicho.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The first leaf of a log that takes over from another, after a restore from a backup that was not the newest.
 *
 * <pre>
 * leaf = 0x03 ‖ RFC8785(facts)
 * </pre>
 *
 * <p>The facts are a JSON object that anybody may read: the checkpoint of the old log, the newest one known outside, who
 * restored and why. Which keys it has is the log's matter, not this format's.
 */
public final class SuccessionLeaf {

    private SuccessionLeaf() {
    }

    /**
     * Makes the leaf.
     *
     * @param facts values that {@link CanonicalJson} can write; nothing that must stay secret
     * @throws IllegalArgumentException where a value has no canonical JSON, or all are longer than a leaf may be
     */
    public static byte[] of(Map<String, ?> facts) {
        byte[] json = CanonicalJson.write(facts);
        if (json.length >= EntryBundle.MAX_LEAF) {
            throw new IllegalArgumentException("the facts of a succession have " + json.length + " bytes, too many");
        }
        return ByteBuffer.allocate(1 + json.length).put(LeafKind.SUCCESSION.code()).put(json).array();
    }

    /**
     * Reads the leaf.
     *
     * @param leaf the bytes of a succession leaf
     * @return its facts, unmodifiable
     * @throws MalformedException where it is of another kind, or no canonical JSON object
     */
    public static Map<String, Object> decode(byte[] leaf) throws MalformedException {
        LeafKind.SUCCESSION.check(leaf);
        if (CanonicalJson.parse(Arrays.copyOfRange(leaf, 1, leaf.length)) instanceof Map<?, ?> facts) {
            @SuppressWarnings("unchecked") // the reader makes maps with text keys only
            Map<String, Object> typed = (Map<String, Object>) facts;
            return typed;
        }
        throw new MalformedException("the facts of a succession are not a JSON object");
    }
}
