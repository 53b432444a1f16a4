package org.daicho.tlog;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What shows that a leaf commits to a value: the salt that nobody can guess, and the value.
 *
 * <p>The commitment binds the value to the <em>slot</em>. The name is here for the reader; which name a slot has is told
 * by the definition, which is a leaf of the log itself, and a verifier takes it from there.
 *
 * @param index the slot, from 0
 * @param name the name of the value
 * @param salt 32 bytes
 * @param value a value that {@link CanonicalJson} can write, may be null
 */
public record Opening(int index, String name, byte[] salt, Object value) {

    /** Checks the slot and the salt's length, which HMAC needs fixed: it takes short keys for zero-padded ones. */
    public Opening {
        Objects.requireNonNull(name, "name");
        if (index < 0 || salt.length != TreeHash.BYTES) {
            throw new IllegalArgumentException("an opening has a slot from 0 and a salt of 32 bytes");
        }
        salt = salt.clone();
    }

    /** A copy of the salt. */
    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** What the leaf must hold in the slot: HMAC-SHA-256(salt, the value's canonical JSON). */
    public byte[] commitment() {
        return commitment(new Hmac());
    }

    byte[] commitment(Hmac hmac) {
        return hmac.key(salt).of(CanonicalJson.write(value));
    }

    /**
     * Checks that a leaf commits to this value in this slot.
     *
     * @param leaf an entry leaf
     * @throws MalformedException where it is no entry leaf
     * @throws UnverifiedException where it has no such slot or commits to something else
     */
    public void verify(byte[] leaf) throws TlogException {
        List<byte[]> commitments = EntryLeaf.commitments(leaf);
        if (index >= commitments.size()) {
            throw new UnverifiedException("the leaf has " + commitments.size() + " slots and no slot " + index);
        }
        if (!MessageDigest.isEqual(commitments.get(index), commitment())) {
            throw new UnverifiedException("the leaf does not commit to this value in slot " + index + ", " + name);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening that && index == that.index && name.equals(that.name)
                && Arrays.equals(salt, that.salt) && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, name, Arrays.hashCode(salt), value);
    }

    /** Names the slot only: a log file is no place for the value or its salt. */
    @Override
    public String toString() {
        return "Opening[" + index + ", " + name + "]";
    }
}
