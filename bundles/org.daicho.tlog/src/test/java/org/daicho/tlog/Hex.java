package org.daicho.tlog;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Short ways to write bytes in tests. */
final class Hex {

    private Hex() {
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static List<byte[]> list(String... hex) {
        return Arrays.stream(hex).map(Hex::bytes).toList();
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static List<String> of(List<byte[]> list) {
        return list.stream().map(Hex::of).toList();
    }

    /** A copy with one bit of one byte turned over. */
    static byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << at % Byte.SIZE);
        return copy;
    }
}
