package org.daicho.tlog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with exactly one way to write each value, so that it can be hashed.
 *
 * <p>RFC 8785 over the values that Daicho records: {@link Map} with text keys, {@link List}, {@link String},
 * {@link Boolean}, {@link Integer}, {@link Long}, {@link BigInteger} and null. Numbers are whole and lie within
 * ±(2<sup>53</sup> − 1), where every JSON reader agrees on them; anything else is refused, fractions too.
 */
public final class CanonicalJson {

    /** The largest whole number that RFC 8785 represents exactly: 2^53 - 1. */
    static final long MAX_NUMBER = (1L << 53) - 1;

    /** How deep lists and maps may lie within each other; a map that contains itself ends here too. */
    static final int MAX_DEPTH = 64;

    private CanonicalJson() {
    }

    /**
     * Writes a value in UTF-8.
     *
     * @param value a value as described above, may be null
     * @throws IllegalArgumentException for a value of another kind, a number out of range, half of a surrogate pair, or
     *     more than 64 levels
     */
    public static byte[] write(Object value) {
        return string(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a value as text.
     *
     * @param value a value as described above, may be null
     * @throws IllegalArgumentException as in {@link #write}
     */
    public static String string(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out, 0);
        return out.toString();
    }

    /**
     * Reads a value and makes sure that it is written canonically.
     *
     * @param json the bytes
     * @return an unmodifiable map or list, a String, Boolean or Long, or null
     * @throws MalformedException where this is not what {@link #write} would have written
     */
    public static Object parse(byte[] json) throws MalformedException {
        Object value = new JsonReader(Utf8.decode(json)).read();
        if (!Arrays.equals(write(value), json)) {
            throw new MalformedException("the JSON is not written canonically (RFC 8785)");
        }
        return value;
    }

    private static void append(Object value, StringBuilder out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("more than 64 levels of lists and maps");
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            appendText(text, out);
        } else if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            appendNumber(value.toString(), out);
        } else if (value instanceof List<?> list) {
            appendList(list, out, depth);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, out, depth);
        } else {
            throw new IllegalArgumentException("no canonical JSON for a value of " + value.getClass().getName());
        }
    }

    private static void appendNumber(String digits, StringBuilder out) {
        if (new BigInteger(digits).abs().compareTo(BigInteger.valueOf(MAX_NUMBER)) > 0) {
            throw new IllegalArgumentException("a number beyond 2^53 - 1: " + digits);
        }
        out.append(digits);
    }

    private static void appendList(List<?> list, StringBuilder out, int depth) {
        String before = "[";
        for (Object item : list) {
            out.append(before);
            append(item, out, depth + 1);
            before = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out, int depth) {
        // Strings compare by their UTF-16 code units, which is the order of RFC 8785, section 3.2.3.
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key is not text: " + key);
            }
            sorted.put(name, value);
        });
        String before = "{";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(before);
            appendText(entry.getKey(), out);
            out.append(':');
            append(entry.getValue(), out, depth + 1);
            before = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendText(String text, StringBuilder out) {
        if (!Utf8.isWellFormed(text)) {
            throw new IllegalArgumentException("a text has half of a surrogate pair");
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendChar(text.charAt(i), out);
        }
        out.append('"');
    }

    /** RFC 8785, section 3.2.2.2: the short escapes where there is one, nothing else escaped that needs not be. */
    private static void appendChar(char c, StringBuilder out) {
        switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
            if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        }
    }
}
