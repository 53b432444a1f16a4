package org.daicho.rest.internal.ledgers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;

/**
 * Makes the JSON Schema (draft 2020-12) of a ledger's {@code fields} from its definition. What an action or the system
 * sets is {@code readOnly}; {@code required} are the columns that whoever enters must fill.
 */
public final class FieldsSchema {

    /** The greatest whole number, 2^53-1 (RFC 7493, 2.2). */
    private static final long MAX_INTEGER = (1L << 53) - 1;

    /** What the system alone writes. */
    private static final Set<Fill> OWN = EnumSet.of(Fill.NUMBER, Fill.FISCAL_NUMBER, Fill.LATE);

    private FieldsSchema() {
    }

    /**
     * Makes the schema.
     *
     * @param definition the ledger's definition
     * @return the schema; its texts become one language when it is written
     */
    static Map<String, Object> of(Definition definition) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Column column : definition.columns()) {
            if (!column.secret()) {
                properties.put(column.name(), property(column, isEntered(definition, column)));
                if (column.required() && !column.retired() && column.setBy() == null && column.fill() == Fill.NONE) {
                    required.add(column.name());
                }
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:daicho:ledger:" + definition.id() + ":" + definition.revision());
        schema.put("title", definition.title());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Tells whether a person writes a column when entering. */
    private static boolean isEntered(Definition definition, Column column) {
        boolean named = definition.action(Ledger.ENTER).filter(a -> a.fields().contains(column.name())).isPresent();
        return (column.setBy() == null || named) && !OWN.contains(column.fill());
    }

    private static Map<String, Object> property(Column column, boolean entered) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", column.label());
        if (column.help() != null) {
            property.put("description", column.help());
        }
        if (column.required()) {
            property.putAll(values(column));
        } else {
            property.putAll(nullable(column));
        }
        if (!entered) {
            property.put("readOnly", true);
        }
        if (column.retired()) {
            property.put("deprecated", true);
        }
        return property;
    }

    /** Returns the schema of a column that may be left empty. */
    public static Map<String, Object> nullable(Column column) {
        return Map.of("anyOf", List.of(values(column), Map.of("type", "null")));
    }

    /** Returns the schema of a column's values. */
    public static Map<String, Object> values(Column column) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (column.type()) {
        case TEXT, LONGTEXT -> {
            values.put("type", "string");
            values.put("maxLength", column.maxLength());
        }
        case CHOICE -> values.put("enum", column.values());
        case BOOLEAN -> values.put("type", "boolean");
        case INTEGER -> {
            values.put("type", "integer");
            values.put("minimum", -MAX_INTEGER);
            values.put("maximum", MAX_INTEGER);
        }
        case DATE -> string(values, "date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        case TIME -> string(values, null, "^([01][0-9]|2[0-3]):[0-5][0-9]$");
        case DATETIME -> string(values, "date-time", null);
        case PERSON -> values.put("anyOf", List.of(Map.of("type", "string"), person()));
        case CHECKS -> checks(values, column);
        default -> throw new IllegalArgumentException(column.type().id());
        }
        return values;
    }

    private static void string(Map<String, Object> values, String format, String pattern) {
        values.put("type", "string");
        if (format != null) {
            values.put("format", format);
        }
        if (pattern != null) {
            values.put("pattern", pattern);
        }
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("type", "object");
        person.put("properties", Map.of("id", Map.of("type", "string"), "name", Map.of("type", "string")));
        person.put("required", List.of("id"));
        person.put("additionalProperties", false);
        return person;
    }

    /** 様式5 has the cabinets by number, 1 to 15 on paper; what each may say is what its column lists. */
    private static void checks(Map<String, Object> values, Column column) {
        values.put("type", "object");
        values.put("propertyNames", Map.of("pattern", "^[1-9][0-9]*$"));
        values.put("additionalProperties",
                column.values().isEmpty() ? Map.of("type", "string") : Map.of("enum", column.values()));
    }
}
