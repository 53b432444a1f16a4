package org.daicho.ledger.engine.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce of 12 bytes before the ciphertext and a tag of 16 bytes after it (NIST SP 800-38D).
 */
public final class Aead {

    /** How much longer a sealed text is than the plain one, in bytes. */
    public static final int OVERHEAD = 28;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Aead() {
    }

    /**
     * Encrypts.
     *
     * @param key    32 bytes
     * @param plain  the plain text
     * @param bound  what the ciphertext is bound to and must be given again to open it
     * @param random the source of the nonce
     * @return nonce, ciphertext and tag
     */
    public static byte[] seal(byte[] key, byte[] plain, byte[] bound, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound);
            return ByteBuffer.allocate(plain.length + OVERHEAD).put(nonce).put(cipher.doFinal(plain)).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }

    /**
     * Decrypts.
     *
     * @param key    32 bytes
     * @param sealed nonce, ciphertext and tag
     * @param bound  what the ciphertext was bound to
     * @return the plain text
     * @throws GeneralSecurityException where key, ciphertext or binding is not the one that was sealed
     */
    public static byte[] open(byte[] key, byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length < OVERHEAD) {
            throw new GeneralSecurityException("The ciphertext is too short.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, NONCE_BYTES,
                sealed.length - NONCE_BYTES);
    }

    /**
     * Derives a key for one purpose, so that no key serves two algorithms.
     *
     * @param key     32 bytes
     * @param purpose the purpose's name
     * @return HMAC-SHA-256 of the name under the key
     */
    public static byte[] subkey(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
