package org.daicho.access.internal.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What an {@code Authorization} header holds (RFC 7617, RFC 6750).
 *
 * @param account  the account's name; {@code null} for a token
 * @param password the password; {@code null} for a token
 * @param token    the token; {@code null} for a password
 */
record Credentials(String account, String password, String token) {

    private static final int LONGEST_HEADER = 16_384;

    /** Reads a header; empty where it is absent or not of a known form. */
    static Optional<Credentials> of(String header) {
        int space = header == null || header.length() > LONGEST_HEADER ? -1 : header.strip().indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String value = header.strip().substring(space).strip();
        return switch (header.strip().substring(0, space).toLowerCase(Locale.ROOT)) {
        case "basic" -> basic(value);
        case "bearer" -> Optional.of(new Credentials(null, null, value));
        default -> Optional.empty();
        };
    }

    private static Optional<Credentials> basic(String value) {
        try {
            String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(value)))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials(pair.substring(0, colon), pair.substring(colon + 1), null));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return token == null ? "Credentials[password]" : "Credentials[token]";
    }
}
