package org.daicho.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature below a note.
 *
 * @param name the name of the key that signed
 * @param keyId the identifier of the key
 * @param signature what the key's algorithm made of the text; 64 bytes for Ed25519. Not empty
 */
public record NoteSignature(String name, int keyId, byte[] signature) {

    private static final String DASH = "\u2014 ";

    /** Checks the name and keeps a copy of the signature. */
    public NoteSignature {
        NoteKey.checkName(name);
        if (signature.length == 0) {
            throw new IllegalArgumentException("a signature has at least one byte");
        }
        signature = signature.clone();
    }

    /** A copy of the signature. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** The signature's line, without its newline. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
        return DASH + name + " " + NoteKey.base64(bytes);
    }

    static NoteSignature parse(String line) throws MalformedException {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !NoteKey.isName(line.substring(DASH.length(), space))) {
            throw new MalformedException("a signature is written: dash, space, name, space, base64");
        }
        byte[] bytes = NoteKey.base64(line.substring(space + 1), "a signature");
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedException("a signature has more than its key's four bytes");
        }
        return new NoteSignature(line.substring(DASH.length(), space), ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && name.equals(that.name) && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + keyId) + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
