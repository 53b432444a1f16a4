package org.daicho.rest.internal.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the objects that the document is built of.
 */
final class Node {

    private Node() {
    }

    /** Makes an object of names and values in turn; a value of {@code null} is left out. */
    static Map<String, Object> of(Object... members) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                node.put((String) members[i], members[i + 1]);
            }
        }
        return node;
    }

    /** Makes a reference to a shared component, such as {@code schemas/Person}. */
    static Map<String, Object> ref(String component) {
        return of("$ref", "#/components/" + component);
    }

    /** Makes the content of one media type. */
    static Map<String, Object> content(String mediaType, Object schema) {
        return of(mediaType, of("schema", schema));
    }

    /** Makes an object's schema that allows nothing but its properties. */
    static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        return of("type", "object", "properties", properties, "required", required.isEmpty() ? null : required,
                "additionalProperties", false);
    }

    /** Returns what is known to be an object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object node) {
        return (Map<String, Object>) node;
    }

    /** Returns a member that is an object, made where it is missing. */
    static Map<String, Object> child(Map<String, Object> node, String name) {
        return cast(node.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>()));
    }

    /**
     * Lays the members of a description over a node, objects into objects. Lists, values and whole schemas replace what
     * was there; {@code null} takes it away.
     */
    static void merge(Map<String, Object> node, Map<String, Object> over) {
        over.forEach((name, value) -> {
            if (value == null) {
                node.remove(name);
            } else if (!name.equals("schema") && value instanceof Map<?, ?> object
                    && node.get(name) instanceof Map<?, ?>) {
                merge(cast(node.get(name)), cast(object));
            } else {
                node.put(name, value);
            }
        });
    }
}
