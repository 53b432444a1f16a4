package org.daicho.rest.internal.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Makes schemas of Java types, as the JSON writer writes them: records by their components, the system's own values as
 * texts. A type that says nothing, such as a map of objects, becomes an open object.
 */
final class TypeSchemas {

    /** The system's own values that are written as texts. */
    private static final Set<Class<?>> TEXTS = Set.of(Text.class, Role.class, SheetPeriod.class);

    private TypeSchemas() {
    }

    /** Makes the schema of a type. */
    static Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return generic(parameterized);
        }
        if (!(type instanceof Class<?> raw)) {
            return Node.of();
        }
        if (raw == Person.class) {
            return Node.ref("schemas/Person");
        }
        if (raw.isRecord() && !TEXTS.contains(raw)) {
            return record(raw);
        }
        return raw.isArray() && raw != byte[].class
                ? Node.of("type", "array", "items", of(raw.getComponentType()))
                : simple(raw);
    }

    private static Map<String, Object> generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (Collection.class.isAssignableFrom(raw)) {
            return Node.of("type", "array", "items", of(last));
        }
        return Map.class.isAssignableFrom(raw)
                ? Node.of("type", "object", "additionalProperties", last == Object.class ? null : of(last))
                : Node.of();
    }

    private static Map<String, Object> record(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> schema = of(component.getGenericType());
            boolean there = component.getType().isPrimitive();
            properties.put(component.getName(), there || schema.isEmpty()
                    ? schema
                    : Node.of("anyOf", List.of(schema, Node.of("type", "null"))));
            if (there) {
                required.add(component.getName());
            }
        }
        return Node.closed(properties, required);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Node.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Node.of("type", "integer");
        }
        if (type == LocalDate.class) {
            return Node.of("type", "string", "format", "date");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return Node.of("type", "string", "format", "date-time");
        }
        if (CharSequence.class.isAssignableFrom(type) || TEXTS.contains(type)) {
            return Node.of("type", "string");
        }
        return type.isEnum()
                ? Node.of("type", "string", "enum",
                        List.of(type.getEnumConstants()).stream().map(String::valueOf).toList())
                : Node.of("type", Map.class.isAssignableFrom(type) ? "object" : null);
    }
}
