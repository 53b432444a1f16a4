package org.daicho.ledger.engine.definition;

import java.io.IOException;
import java.util.Map;

import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.MalformedException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON as plain values: maps, lists, strings, booleans and {@link Long}s.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {
    }

    /**
     * Reads a JSON document as a person wrote it.
     *
     * @param json the document
     * @return the value
     * @throws IllegalArgumentException where it is no JSON
     */
    public static Object parse(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a JSON object as a person wrote it.
     *
     * @param json the document
     * @return its members
     * @throws IllegalArgumentException where it is no JSON object
     */
    @SuppressWarnings("unchecked") // the mapper makes maps with text keys only
    public static Map<String, Object> object(String json) {
        if (parse(json) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("no JSON object");
    }

    /** Reads a JSON object. */
    @SuppressWarnings("unchecked") // the mapper makes maps with text keys only
    public static Map<String, Object> object(byte[] json) throws IOException {
        if (MAPPER.readValue(json, Object.class) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IOException("no JSON object");
    }

    /** Writes JSON for people to read. */
    public static byte[] pretty(Object value) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** Reads canonical JSON that this system wrote. */
    public static Object stored(byte[] json) {
        try {
            return CanonicalJson.parse(json);
        } catch (MalformedException e) {
            throw new IllegalArgumentException("not canonical JSON: " + e.getMessage(), e);
        }
    }
}
