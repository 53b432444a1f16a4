package org.daicho.datasource.derby;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key of 256 bits that never shows itself in a text unasked. */
final class DatabaseKey {
    private static final int BYTES = 32;
    private static final Pattern LINE = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] bytes;

    private DatabaseKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes a new key from the strong random source of the platform.
     *
     * @return the key
     */
    static DatabaseKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DatabaseKey(bytes);
    }

    /**
     * Reads a key from its line.
     *
     * @param line 64 hexadecimal digits, white space around them does not matter
     * @return the key, or empty where the text is anything else
     */
    static Optional<DatabaseKey> parse(String line) {
        String digits = line.strip();
        if (!LINE.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseKey(HexFormat.of().parseHex(digits)));
    }

    /**
     * The key as 64 lower-case hexadecimal digits: a secret, never for a log or a message.
     *
     * @return the digits
     */
    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return DatabaseKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "DatabaseKey[hidden]";
    }
}
