package org.daicho.ledger.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.ledger.value.Text;

/**
 * The JSON Schema of one column: of its values as they are read, and of what may be written.
 */
final class ColumnSchema {

    /** The greatest whole number, 2^53-1 (RFC 7493, 2.2). */
    private static final long MAX_INTEGER = (1L << 53) - 1;

    private static final String DAY = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String OFFSET = "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])";

    /** What no text has: control characters and Unicode's own ends of line. */
    private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";

    /** As {@link #CONTROL}, but for tabs and ends of line. */
    private static final String CONTROL_BUT_LINES = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f"
            + "\\u2028\\u2029";

    /** What is stripped from the ends of a text ({@link Character#isWhitespace(int)}), so that it alone is no text. */
    private static final String BLANK = "\\u0009-\\u000d\\u001c-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a"
            + "\\u2028\\u2029\\u205f\\u3000";

    private static final String NOT_BLANK = "[^" + BLANK + "]";

    private ColumnSchema() {
    }

    /** Returns the schema of a column's values as they are read; each text of it is a {@link Text}. */
    static Map<String, Object> read(Column column) {
        return column.type() == ColumnType.PERSON ? person(List.of("id", "name")) : values(column, false);
    }

    /** Returns the schema of a value that stays as it is, whatever is asked of new ones. */
    static Map<String, Object> unchanged(Column column) {
        return nullable(values(column, false));
    }

    /** Returns the schema of what may be written; {@code needed} where it can't be left empty. */
    static Map<String, Object> written(Column column, boolean needed) {
        Map<String, Object> values = values(column, needed);
        for (Condition condition : column.conditions()) {
            switch (condition.kind()) {
            case MIN -> values.put("minimum", condition.number());
            case MAX -> values.put("maximum", condition.number());
            case MUST -> values.put("const", true);
            default -> {
                // Only the moment or another column tells; the description says it in words, neededWhen the rest.
            }
            }
        }
        return needed ? values : nullable(values);
    }

    /** Returns the schema of a body in which another column decides whether a column is needed. */
    static Map<String, Object> neededWhen(Column column, Condition condition, Column other) {
        Map<String, Object> deciding = condition.among().isEmpty()
                ? written(other, true)
                : node("enum", condition.among());
        return node("if", node("properties", node(other.name(), deciding)), "then",
                node("properties", node(column.name(), written(column, true)), "required", List.of(column.name())));
    }

    private static Map<String, Object> nullable(Map<String, Object> values) {
        return node("anyOf", List.of(values, node("type", "null")));
    }

    private static Map<String, Object> values(Column column, boolean needed) {
        return switch (column.type()) {
        case TEXT -> text(CONTROL, column.maxLength(), needed);
        case LONGTEXT -> lines(column.maxLength(), needed);
        case CHOICE -> node("type", "string", "enum", column.values());
        case BOOLEAN -> node("type", "boolean");
        case INTEGER -> node("type", "integer", "minimum", -MAX_INTEGER, "maximum", MAX_INTEGER);
        case DATE -> node("type", "string", "format", "date", "pattern", "^" + DAY + "$");
        case TIME -> node("type", "string", "pattern", "^" + CLOCK + "$");
        case DATETIME -> node("type", "string", "format", "date-time", "pattern",
                "^" + DAY + "T" + CLOCK + ":[0-5][0-9](\\.[0-9]{1,9})?" + OFFSET + "$");
        case PERSON -> node("anyOf", List.of(
                needed ? node("type", "string", "pattern", NOT_BLANK) : node("type", "string"), person(List.of("id"))));
        case CHECKS -> checks(needed);
        };
    }

    /** Returns the schema of a text of several lines. */
    static Map<String, Object> lines(int maxLength, boolean needed) {
        return text(CONTROL_BUT_LINES, maxLength, needed);
    }

    private static Map<String, Object> text(String refused, int maxLength, boolean needed) {
        String rest = "[^" + refused + "]*";
        return node("type", "string", "maxLength", maxLength, "pattern",
                "^" + rest + (needed ? "[^" + BLANK + refused + "]" + rest : "") + "$");
    }

    private static Map<String, Object> person(List<String> required) {
        return node("type", "object", "properties",
                node("id", node("type", "string", "pattern", NOT_BLANK), "name", node("type", "string")), "required",
                required, "additionalProperties", false);
    }

    /** 様式5 has the cabinets by number, 1 to 15 on paper. */
    private static Map<String, Object> checks(boolean needed) {
        Map<String, Object> checks = node("type", "object", "propertyNames", node("pattern", "^[1-9][0-9]{0,2}$"),
                "additionalProperties",
                node("type", "string", "enum", Stream.of(LockState.values()).map(LockState::id).toList()));
        if (needed) {
            checks.put("minProperties", 1);
        }
        return checks;
    }

    /** Returns the heading, and as the description the heading with what to write below it. */
    static Map<String, Object> described(Column column) {
        Text label = column.label();
        Text help = column.help();
        Map<String, Object> property = node("title", label, "description", help == null
                ? label
                : new Text(label.ja() + ":" + help.ja(), label.en() + ": " + help.en()));
        if (column.retired()) {
            property.put("deprecated", true);
        }
        return property;
    }

    /** Makes an object's schema that allows nothing but its properties. */
    static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> closed = node("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            closed.put("required", new ArrayList<>(required));
        }
        closed.put("additionalProperties", false);
        return closed;
    }

    /** Makes an object of names and values in turn. */
    static Map<String, Object> node(Object... members) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            node.put((String) members[i], members[i + 1]);
        }
        return node;
    }
}
