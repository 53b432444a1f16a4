package org.daicho.access.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes tokens: 32 random bytes in base64url behind a prefix by which leaked ones are recognised. They can't be guessed,
 * so a plain SHA-256 is enough to keep them by. The hash is kept in base64url too: hex would now and then hold 12 digits
 * in a row that look like a My Number.
 */
public final class TokenValues {

    /** How every token begins. */
    public static final String PREFIX = "daicho_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private TokenValues() {
    }

    /** Makes a new token. */
    public static String random() {
        return PREFIX + secret();
    }

    /** Makes the value of a new terminal. */
    public static String terminal() {
        return PREFIX + "terminal_" + secret();
    }

    /** Makes a value that can't be guessed. */
    public static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** Returns the hash by which a token is kept. */
    public static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return BASE64.encodeToString(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
