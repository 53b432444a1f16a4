package org.daicho.rest.internal.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Checks what JSON allows and I-JSON (RFC 7493) does not: members there twice, codes that are no characters, numbers
 * that a double can't hold. Also how deep a body is nested.
 */
final class StrictJson {

    /** The deepest nesting of objects and arrays. */
    static final int MAX_DEPTH = 32;

    /** The greatest number, 2^53-1 (RFC 7493, 2.2). */
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf((1L << 53) - 1);

    /** The longest number that is looked at; a longer one isn't within bounds, or has digits that nobody needs. */
    private static final int MAX_DIGITS = 40;

    private static final String FIELDS = "fields.";

    private final JsonParser parser;
    private final Deque<Set<String>> members = new ArrayDeque<>();
    private int depth;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Checks a body.
     *
     * @param factory makes the parser
     * @param body    the bytes
     * @return the body as text, without a byte order mark
     */
    static String check(JsonFactory factory, byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw Problem.malformed("json.empty");
        }
        try (JsonParser parser = factory.createParser(text)) {
            new StrictJson(parser).run();
        } catch (JsonProcessingException e) {
            throw at("json.syntax", e.getLocation());
        } catch (IOException e) {
            throw Problem.malformed("json.empty");
        }
        return text;
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.malformed("json.encoding");
        }
    }

    private void run() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            look(token);
            if (depth == 0) {
                trailing();
                return;
            }
        }
    }

    private void look(JsonToken token) throws IOException {
        switch (token) {
        case START_OBJECT, START_ARRAY -> enter();
        case END_OBJECT, END_ARRAY -> {
            depth--;
            members.pop();
        }
        case FIELD_NAME -> {
            characters(parser.currentName());
            if (!members.peek().add(parser.currentName())) {
                throw at("json.duplicate", parser.currentTokenLocation(), parser.currentName());
            }
        }
        case VALUE_STRING -> characters(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
        default -> {
            // true, false and null are well as they are
        }
        }
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw at("json.depth", parser.currentTokenLocation(), MAX_DEPTH);
        }
        members.push(new HashSet<>());
    }

    private void trailing() throws IOException {
        JsonLocation end = parser.currentLocation();
        JsonToken next;
        try {
            next = parser.nextToken();
        } catch (JsonProcessingException e) {
            throw at("json.trailing", e.getLocation() == null ? end : e.getLocation());
        }
        if (next != null) {
            throw at("json.trailing", parser.currentTokenLocation());
        }
    }

    private void characters(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (isNoCharacter(c)) {
                throw at("json.surrogate", parser.currentTokenLocation());
            }
            i += Character.charCount(c) - 1;
        }
    }

    /** A surrogate alone, or one of the codes that Unicode keeps from being characters (RFC 7493, 2.1). */
    private static boolean isNoCharacter(int c) {
        return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    private void number(String text) throws IOException {
        if (text.length() > MAX_DIGITS || exceeds(text)) {
            String path = parser.getParsingContext().pathAsPointer().toString();
            throw Problem.invalid(path.isEmpty() ? null : column(path.substring(1).replace('/', '.')),
                    "json.number");
        }
    }

    /** A column is named alone, as the ledger's own violations name it. */
    private static String column(String path) {
        return path.startsWith(FIELDS) ? path.substring(FIELDS.length()) : path;
    }

    /** Compares exponents first, as {@code 1e999999999} would take all memory as digits. */
    private static boolean exceeds(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            long digitsBeforePoint = (long) number.precision() - number.scale();
            return number.signum() != 0
                    && (digitsBeforePoint > MAX_NUMBER.precision() || number.abs().compareTo(MAX_NUMBER) > 0);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static ProblemException at(String key, JsonLocation location, Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = location == null ? 1 : location.getLineNr();
        all[1] = location == null ? 1 : location.getColumnNr();
        System.arraycopy(args, 0, all, 2, args.length);
        return Problem.malformed(key, all);
    }
}
