package org.daicho.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The leaf that fixes a ledger's definition.
 *
 * <pre>
 * leaf = 0x02 ‖ SHA-256(RFC8785(definition))
 * </pre>
 */
public final class DefinitionLeaf {

    private DefinitionLeaf() {
    }

    /**
     * Makes the leaf of a definition.
     *
     * @param definition values that {@link CanonicalJson} can write
     * @return 33 bytes
     */
    public static byte[] of(Map<String, ?> definition) {
        return ByteBuffer.allocate(1 + TreeHash.BYTES).put(LeafKind.DEFINITION.code()).put(digest(definition)).array();
    }

    /**
     * The digest that names a definition.
     *
     * @param definition values that {@link CanonicalJson} can write
     * @return 32 bytes
     */
    public static byte[] digest(Map<String, ?> definition) {
        return Sha256.of(CanonicalJson.write(definition));
    }

    /**
     * The digest that a leaf holds.
     *
     * @param leaf the bytes of a definition leaf
     * @throws MalformedException where it is of another kind or has a wrong length
     */
    public static byte[] digestIn(byte[] leaf) throws MalformedException {
        LeafKind.DEFINITION.check(leaf);
        if (leaf.length != 1 + TreeHash.BYTES) {
            throw new MalformedException("a definition leaf has 33 bytes, not " + leaf.length);
        }
        return Arrays.copyOfRange(leaf, 1, leaf.length);
    }
}
