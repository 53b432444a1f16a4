package org.daicho.rest.internal.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads pieces of description that lie beside classes, in JSON. An object with just {@code ja} and {@code en} is a text
 * in both languages.
 */
final class Fragment {

    /** The name of the file beside the resource classes of a bundle. */
    static final String FILE = "openapi.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fragment() {
    }

    /**
     * Reads a file beside a class.
     *
     * @param owner the class
     * @param file  the file's name
     * @return its members; none where there is no such file
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> beside(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            return in == null ? Map.of() : (Map<String, Object>) texts(JSON.readValue(in, new TypeReference<>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " beside " + owner.getName() + " can't be read", e);
        }
    }

    private static Object texts(Object value) {
        if (value instanceof Map<?, ?> object) {
            if (object.size() == 2 && object.get("ja") instanceof String ja && object.get("en") instanceof String en) {
                return new Text(ja, en);
            }
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((name, member) -> copy.put((String) name, texts(member)));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(Fragment::texts).toList() : value;
    }
}
