package org.daicho.ledger.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of an entry's columns, as JSON has them: text, choice, date ({@code 2026-11-23}), time ({@code 09:00}) and
 * datetime (with offset) are strings, integer is a {@link Long}, boolean a {@link Boolean}, person a map of {@code id}
 * and {@code name}, checks a map from the number of a cabinet to its state. An empty column is absent.
 *
 * @param values the values by column name; never {@code null}, no {@code null} values
 */
public record Fields(Map<String, Object> values) {

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Tells whether the column is filled. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Returns the text of a column, or {@code null} where it is empty. */
    public String text(String column) {
        return (String) values.get(column);
    }

    /** Returns a boolean column, {@code false} where it is empty. */
    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    /** Tells whether a boolean column was answered with no. */
    public boolean isFalse(String column) {
        return Boolean.FALSE.equals(values.get(column));
    }

    /** Returns an integer column, or {@code null} where it is empty. */
    public Long integer(String column) {
        return (Long) values.get(column);
    }

    /** Returns a date column, or {@code null} where it is empty. */
    public LocalDate date(String column) {
        String value = text(column);
        return value == null ? null : LocalDate.parse(value);
    }

    /** Returns a time column, or {@code null} where it is empty. */
    public LocalTime time(String column) {
        String value = text(column);
        return value == null ? null : LocalTime.parse(value);
    }

    /** Returns a datetime column, or {@code null} where it is empty. */
    public OffsetDateTime dateTime(String column) {
        String value = text(column);
        return value == null ? null : OffsetDateTime.parse(value);
    }

    /** Returns a person column, or {@code null} where it is empty. */
    public Person person(String column) {
        Map<?, ?> value = (Map<?, ?>) values.get(column);
        return value == null ? null : new Person((String) value.get("id"), (String) value.get("name"));
    }

    /** Returns a checks column by the cabinet's number, empty where it is not filled. */
    @SuppressWarnings("unchecked")
    public Map<String, String> checks(String column) {
        return (Map<String, String>) values.getOrDefault(column, Map.of());
    }
}
