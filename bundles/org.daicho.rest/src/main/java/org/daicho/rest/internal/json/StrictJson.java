package org.daicho.rest.internal.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/**
 * Reads what JSON allows and I-JSON (RFC 7493) does not with a refusal: members there twice, codes that are no
 * characters, numbers that a double can't hold. Also how deep a body is nested. Members and depth are the parser's.
 */
final class StrictJson {

    /** The deepest nesting of objects and arrays. */
    private static final int MAX_DEPTH = 32;

    /** The greatest number, 2^53-1 (RFC 7493, 2.2). */
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf((1L << 53) - 1);

    /** The longest number that is looked at; a longer one isn't within bounds, or has digits that nobody needs. */
    private static final int MAX_DIGITS = 40;

    private static final String FIELDS = "fields.";

    private final JsonParser parser;
    private final TokenBuffer tokens;

    private StrictJson(JsonParser parser, ObjectCodec codec) {
        this.parser = parser;
        tokens = new TokenBuffer(codec, false).forceUseOfBigDecimal(true);
    }

    /** Makes the settings of a factory whose parsers are strict. */
    static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    }

    /**
     * Reads a body. All of it is read before any of it is bound, so that what is no JSON is refused as such, whatever
     * its members are.
     *
     * @param mapper makes the parser
     * @param body   the bytes, with or without a byte order mark
     * @return the tokens
     */
    static JsonParser read(ObjectMapper mapper, byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw Problem.malformed("json.empty");
        }
        try (JsonParser parser = mapper.createParser(text)) {
            return new StrictJson(parser, mapper).run();
        } catch (IOException e) {
            throw Problem.malformed("json.empty");
        }
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.malformed("json.encoding");
        }
    }

    private JsonParser run() throws IOException {
        try {
            do {
                look(parser.nextToken());
                tokens.copyCurrentEvent(parser);
            } while (!parser.getParsingContext().inRoot());
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
        trailing();
        return tokens.asParser();
    }

    private ProblemException refusal(JsonProcessingException e) {
        JsonStreamContext context = parser.getParsingContext();
        if (context.getNestingDepth() > MAX_DEPTH) {
            return at("json.depth", parser.currentTokenLocation(), MAX_DEPTH);
        }
        return e.getOriginalMessage().startsWith("Duplicate field")
                ? at("json.duplicate", e.getLocation(), context.getCurrentName())
                : at("json.syntax", e.getLocation());
    }

    private void look(JsonToken token) throws IOException {
        switch (token) {
        case FIELD_NAME -> characters(parser.currentName());
        case VALUE_STRING -> characters(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
        default -> {
            // brackets, true, false and null are well as they are
        }
        }
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
