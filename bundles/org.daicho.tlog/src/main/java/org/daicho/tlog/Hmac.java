package org.daicho.tlog;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256, which every Java platform has to provide.
 *
 * <p>Asking the platform for one costs several times what it then computes, so one is used again for a whole leaf. Not
 * safe for use by several threads.
 */
final class Hmac {

    private static final String NAME = "HmacSHA256";

    private final Mac mac;

    Hmac() {
        try {
            mac = Mac.getInstance(NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no HMAC-SHA-256", e);
        }
    }

    /** Takes another key, not empty, for what follows. */
    Hmac key(byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, NAME));
            return this;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("this Java platform's HMAC-SHA-256 does not take a key", e);
        }
    }

    byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }
}
