package org.daicho.tlog;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;

/**
 * A key that signs notes.
 *
 * <p>C2SP {@code signed-note}, signature type {@code 0x01}: Ed25519 over the note's text. Immutable, safe for use by
 * several threads.
 */
public final class NoteSigner {

    private final PrivateKey key;
    private final NoteVerifier verifier;

    private NoteSigner(PrivateKey key, NoteVerifier verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * The key of a seed.
     *
     * @param name the key's name; for a log it is the origin. No spaces, no plus sign
     * @param seed 32 random bytes, the private key of RFC 8032; the array may be wiped afterwards
     */
    public static NoteSigner fromSeed(String name, byte[] seed) {
        NoteKey.checkName(name);
        KeyPair pair = Ed25519.fromSeed(seed);
        return new NoteSigner(pair.getPrivate(), new NoteVerifier(name, pair.getPublic()));
    }

    /** The key's name. */
    public String name() {
        return verifier.name();
    }

    /** The key's identifier, 32 bits. */
    public int keyId() {
        return verifier.keyId();
    }

    /** The public key in the 32 bytes of RFC 8032. */
    public byte[] publicKey() {
        return verifier.publicKey();
    }

    /** The public key as others configure it: {@code name+id+base64}. */
    public String vkey() {
        return verifier.vkey();
    }

    /** The key that checks what this one signs. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /**
     * Signs a text.
     *
     * @param text the note's text, which ends with a newline
     */
    public NoteSignature sign(String text) {
        SignedNote.checkText(text);
        byte[] signature = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(name(), keyId(), signature);
    }
}
