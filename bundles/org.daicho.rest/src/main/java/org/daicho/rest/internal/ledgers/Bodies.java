package org.daicho.rest.internal.ledgers;

import java.util.Map;

import org.daicho.rest.internal.problem.Problem;

/**
 * What bodies have in common.
 */
final class Bodies {

    private Bodies() {
    }

    /**
     * Returns an optional object of texts.
     *
     * @param field  the member's name
     * @param values the texts, or {@code null}
     * @return the texts, none of them {@code null}; empty where the member is missing
     */
    static Map<String, String> strings(String field, Map<String, String> values) {
        if (values == null) {
            return Map.of();
        }
        values.forEach((key, value) -> {
            if (value == null) {
                throw Problem.invalid(field + "." + key, "json.required", field + "." + key);
            }
        });
        return values;
    }

    /**
     * Returns a text that must be there.
     *
     * @param field the member's name
     * @param value the text, or {@code null}
     * @return the text, not blank
     */
    static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "json.required", field);
        }
        return value;
    }
}
