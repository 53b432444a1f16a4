package org.daicho.rest.internal.ledgers;

import java.util.Map;

import org.daicho.rest.internal.problem.Problem;

/**
 * What bodies have in common.
 */
final class Bodies {

    /** The longest reason, in characters; what is longer belongs in a column. */
    static final int MAX_REASON = 1000;

    private Bodies() {
    }

    /**
     * Returns a text that may have several lines.
     *
     * @param field the member's name
     * @param value the text, or {@code null}
     * @return the text; refused where it has other control characters
     */
    static String text(String field, String value) {
        if (value != null && value.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
            throw Problem.invalid(field, "json.control", field);
        }
        return value;
    }

    /**
     * Returns a reason.
     *
     * @param field the member's name
     * @param value the reason, or {@code null}
     * @return the reason; refused where it is too long or has control characters
     */
    static String reason(String field, String value) {
        if (value != null && value.codePointCount(0, value.length()) > MAX_REASON) {
            throw Problem.invalid(field, "json.long", field, MAX_REASON);
        }
        return text(field, value);
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
            text(field + "." + key, value);
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
        return text(field, value);
    }
}
