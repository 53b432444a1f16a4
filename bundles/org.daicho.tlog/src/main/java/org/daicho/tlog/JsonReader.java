package org.daicho.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that {@link CanonicalJson} writes.
 *
 * <p>It knows no white space and no fractions, and may accept what is not quite canonical (an escape that was not
 * needed, keys out of order): its caller writes the value again and compares.
 */
final class JsonReader {

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int UNICODE_DIGITS = 4;
    private static final int HEX = 16;
    private static final int MAX_DIGITS = 16;

    private final String json;
    private int at;

    JsonReader(String json) {
        this.json = json;
    }

    Object read() throws MalformedException {
        Object value = value(0);
        if (at < json.length()) {
            throw broken("something follows the value");
        }
        return value;
    }

    private Object value(int depth) throws MalformedException {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw broken("more than 64 levels");
        }
        return switch (peek()) {
        case '{' -> map(depth);
        case '[' -> list(depth);
        case '"' -> text();
        case 't' -> word("true", Boolean.TRUE);
        case 'f' -> word("false", Boolean.FALSE);
        case 'n' -> word("null", null);
        default -> number();
        };
    }

    private Map<String, Object> map(int depth) throws MalformedException {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        if (!skip('}')) {
            do {
                String key = text();
                expect(':');
                Object value = value(depth + 1);
                if (map.containsKey(key)) {
                    throw broken("a key comes twice");
                }
                map.put(key, value);
            } while (skip(','));
            expect('}');
        }
        return Collections.unmodifiableMap(map);
    }

    private List<Object> list(int depth) throws MalformedException {
        List<Object> list = new ArrayList<>();
        at++;
        if (!skip(']')) {
            do {
                list.add(value(depth + 1));
            } while (skip(','));
            expect(']');
        }
        return Collections.unmodifiableList(list);
    }

    private String text() throws MalformedException {
        expect('"');
        StringBuilder text = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            text.append(c == '\\' ? escape() : c);
        }
        if (!Utf8.isWellFormed(text.toString())) {
            throw broken("half of a surrogate pair");
        }
        return text.toString();
    }

    private char escape() throws MalformedException {
        char c = next();
        if (c == 'u') {
            int code = 0;
            for (int i = 0; i < UNICODE_DIGITS; i++) {
                int digit = Character.digit(next(), HEX);
                if (digit < 0) {
                    throw broken("not four hexadecimal digits");
                }
                code = code * HEX + digit;
            }
            return (char) code;
        }
        int known = ESCAPES.indexOf(c);
        if (known < 0) {
            throw broken("an unknown escape");
        }
        return ESCAPED.charAt(known);
    }

    private Object word(String word, Boolean value) throws MalformedException {
        if (!json.startsWith(word, at)) {
            throw broken("not a value");
        }
        at += word.length();
        return value;
    }

    private Long number() throws MalformedException {
        int from = at;
        skip('-');
        int digits = at;
        while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
            at++;
        }
        if (at == digits || at - digits > MAX_DIGITS) {
            throw broken("not a value, or a number out of range");
        }
        long number = Long.parseLong(json.substring(from, at));
        if (Math.abs(number) > CanonicalJson.MAX_NUMBER) {
            throw broken("a number beyond 2^53 - 1");
        }
        return number;
    }

    private char peek() throws MalformedException {
        if (at >= json.length()) {
            throw broken("it ends too early");
        }
        return json.charAt(at);
    }

    private char next() throws MalformedException {
        char c = peek();
        at++;
        return c;
    }

    private boolean skip(char c) {
        boolean here = at < json.length() && json.charAt(at) == c;
        if (here) {
            at++;
        }
        return here;
    }

    private void expect(char c) throws MalformedException {
        if (!skip(c)) {
            throw broken("no " + c);
        }
    }

    private MalformedException broken(String what) {
        return new MalformedException("JSON, at character " + at + ": " + what);
    }
}
