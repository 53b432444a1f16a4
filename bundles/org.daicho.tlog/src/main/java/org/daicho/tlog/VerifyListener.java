package org.daicho.tlog;

/**
 * Is told how a verification proceeds.
 *
 * <p>Called on the verifying thread; what it throws ends the verification.
 */
public interface VerifyListener {

    /**
     * Another bundle of leaves fitted its tile.
     *
     * @param checked how many leaves were checked so far
     * @param size how many there are
     */
    default void progress(long checked, long size) {
    }

    /**
     * A leaf that has the hash which the tree holds for it; not yet under a verified root.
     *
     * @param index its index
     * @param leaf its bytes
     */
    default void leaf(long index, byte[] leaf) {
    }
}
