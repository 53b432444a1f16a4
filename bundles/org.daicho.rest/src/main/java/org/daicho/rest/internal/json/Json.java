package org.daicho.rest.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.daicho.rest.internal.problem.Problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Reads and writes JSON bodies: strict on the way in, whole before the first byte goes out. Safe for use by many
 * threads.
 */
public final class Json {

    /** The attribute of a writer that holds the reader's {@link Locale}. */
    static final String LOCALE = "locale";

    private final ObjectMapper mapper;

    /** Makes a reader and writer. */
    public Json() {
        JsonFactory factory = StrictJson.factory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory).addModule(new JavaTimeModule())
                .addModule(new DaichoModule())
                .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).defaultLeniency(false);
        builder.withCoercionConfigDefaults(
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        builder.withCoercionConfig(LogicalType.Textual,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        mapper = builder.build();
    }

    /**
     * Writes a value.
     *
     * @param value  records, maps, lists, texts, times
     * @param locale the reader's language, for every {@link org.daicho.ledger.value.Text} in the value
     * @return the JSON in UTF-8
     */
    public byte[] write(Object value, Locale locale) {
        try {
            return mapper.writer().withAttribute(LOCALE, locale).writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON can't be written", e);
        }
    }

    /**
     * Reads a body.
     *
     * @param body the bytes
     * @param type what to read them as
     * @return the value; never {@code null}
     * @throws org.daicho.rest.internal.problem.ProblemException where the body is no JSON (400) or not of the
     *                                                              type (422)
     */
    public Object read(byte[] body, Type type) {
        try (JsonParser tokens = StrictJson.read(mapper, body)) {
            Object value = mapper.readValue(tokens, mapper.constructType(type));
            if (value == null) {
                throw Problem.invalid(null, "json.root");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Problem.invalid(path(e.getPath()), "json.unknown", path(e.getPath()));
        } catch (JsonMappingException e) {
            String path = path(e.getPath());
            throw path == null ? Problem.invalid(null, "json.root") : Problem.invalid(path, "json.type", path);
        } catch (IOException e) {
            throw new UncheckedIOException("Checked JSON can't be read", e);
        }
    }

    /**
     * Reads a body as maps, lists, strings, numbers and booleans.
     *
     * @param body the bytes
     * @return the members
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> readMap(byte[] body) {
        return (Map<String, Object>) read(body, Map.class);
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.length() == 0 ? null : path.toString();
    }
}
