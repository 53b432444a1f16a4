package org.daicho.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the keys of signed notes have in common: names, identifiers and strict base64. */
final class NoteKey {

    /** The signature type of plain Ed25519: C2SP {@code signed-note}. */
    static final byte ED25519 = 0x01;

    private static final int NEXT_LINE = 0x85;

    private NoteKey() {
    }

    /** Whether a key may have this name: not empty, no Unicode space, no plus sign, no control character. */
    static boolean isName(String name) {
        return !name.isEmpty() && Utf8.isWellFormed(name) && name.codePoints().noneMatch(
                c -> c < ' ' || c == '+' || c == NEXT_LINE || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    static String checkName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of a key: \"" + name + "\"");
        }
        return name;
    }

    /** The first four bytes of SHA-256(name, newline, type, public key), as a big-endian number. */
    static int id(String name, byte[] typed) {
        byte[] hash = Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
        return ByteBuffer.wrap(hash).getInt();
    }

    static byte[] typed(byte[] publicKey) {
        return ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey).array();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Decodes RFC 4648 base64 that is written as an encoder writes it: padded, no stray bits, nothing between. */
    static byte[] base64(String text, String what) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException(what + " is not base64", e);
        }
        throw new MalformedException(what + " is not base64 as an encoder writes it");
    }
}
