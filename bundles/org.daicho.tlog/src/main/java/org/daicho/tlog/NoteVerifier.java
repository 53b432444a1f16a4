package org.daicho.tlog;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key that checks signed notes.
 *
 * <p>C2SP {@code signed-note}: its text form, the verifier key, is
 * <code>name+hex(key id)+base64(0x01 ‖ public key)</code>, and its id is the first four bytes of
 * <code>SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key)</code>. Immutable, safe for use by several threads.
 */
public final class NoteVerifier {

    private static final Pattern VKEY = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    private final String name;
    private final PublicKey key;
    private final byte[] raw;
    private final int keyId;

    NoteVerifier(String name, PublicKey key) {
        this.name = name;
        this.key = key;
        this.raw = Ed25519.encode(key);
        this.keyId = NoteKey.id(name, NoteKey.typed(raw));
    }

    /**
     * Takes a public key.
     *
     * @param name the key's name, no spaces, no plus sign
     * @param publicKey the 32 bytes of RFC 8032
     * @throws MalformedException where these bytes are no point of the curve
     */
    public static NoteVerifier of(String name, byte[] publicKey) throws MalformedException {
        return new NoteVerifier(NoteKey.checkName(name), Ed25519.decode(publicKey));
    }

    /**
     * Reads a verifier key.
     *
     * @param vkey {@code name+id+base64}, on one line without spaces around it
     * @throws MalformedException where it is not written so, its id does not belong to it, or it is not Ed25519
     */
    public static NoteVerifier parse(String vkey) throws MalformedException {
        Matcher form = VKEY.matcher(vkey);
        if (!form.matches() || !NoteKey.isName(form.group(1))) {
            throw new MalformedException("a verifier key is written name+id+base64");
        }
        byte[] typed = NoteKey.base64(form.group(3), "the public key in the verifier key");
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != NoteKey.ED25519) {
            throw new MalformedException("the verifier key is not one for Ed25519 (type 1, 32 bytes)");
        }
        byte[] publicKey = java.util.Arrays.copyOfRange(typed, 1, typed.length);
        NoteVerifier verifier = of(form.group(1), publicKey);
        if (!HexFormat.of().toHexDigits(verifier.keyId).equals(form.group(2))) {
            throw new MalformedException("the id " + form.group(2) + " does not belong to this name and public key");
        }
        return verifier;
    }

    /** The key's name. */
    public String name() {
        return name;
    }

    /** The key's identifier, 32 bits. */
    public int keyId() {
        return keyId;
    }

    /** The public key in the 32 bytes of RFC 8032. */
    public byte[] publicKey() {
        return raw.clone();
    }

    /** The key as others configure it. */
    public String vkey() {
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + NoteKey.base64(NoteKey.typed(raw));
    }

    /**
     * Whether a signature over a message is this key's.
     *
     * @param message the signed bytes
     * @param signature the 64 bytes of RFC 8032; any other length is not a signature
     */
    public boolean verify(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }

    @Override
    public String toString() {
        return vkey();
    }
}
