package org.daicho.ledger.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final Fields EMPTY = new Fields(Map.of());

    @Test
    void eachTypeIsReadAsJsonHasIt() {
        Fields fields = new Fields(Map.of("text", "髙﨑", "count", 3L, "day", "2026-11-23", "time", "09:00", "at",
                "2026-11-23T09:00:00+09:00", "who", Map.of("id", "p-1", "name", "佐藤"), "locks",
                Map.of("1", "locked")));
        assertEquals("髙﨑", fields.text("text"));
        assertEquals(3L, fields.integer("count"));
        assertEquals(LocalDate.of(2026, 11, 23), fields.date("day"));
        assertEquals(LocalTime.of(9, 0), fields.time("time"));
        assertEquals(OffsetDateTime.parse("2026-11-23T00:00:00Z").toInstant(), fields.dateTime("at").toInstant());
        assertEquals(new Person("p-1", "佐藤"), fields.person("who"));
        assertEquals(Map.of("1", "locked"), fields.checks("locks"));
    }

    @Test
    void anEmptyColumnIsNullAndNoCheckIsTicked() {
        assertFalse(EMPTY.has("text"));
        assertNull(EMPTY.text("text"));
        assertNull(EMPTY.integer("count"));
        assertNull(EMPTY.date("day"));
        assertNull(EMPTY.time("time"));
        assertNull(EMPTY.dateTime("at"));
        assertNull(EMPTY.person("who"));
        assertEquals(Map.of(), EMPTY.checks("locks"));
    }

    @Test
    void anUnansweredQuestionIsNeitherYesNorNo() {
        Fields answered = new Fields(Map.of("yes", true, "no", false));
        assertTrue(answered.isTrue("yes"));
        assertFalse(answered.isFalse("yes"));
        assertTrue(answered.isFalse("no"));
        assertFalse(answered.isTrue("no"));
        assertFalse(EMPTY.isTrue("yes"));
        assertFalse(EMPTY.isFalse("yes"));
    }

    @Test
    void theyKeepTheirOrderAndNobodyChangesThem() {
        Map<String, Object> values = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(name -> values.put(name, name));
        Fields fields = new Fields(values);
        values.put("z", "other");
        assertEquals("z", fields.text("z"));
        assertEquals(List.of("z", "a", "m"), List.copyOf(fields.values().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> fields.values().put("b", "b"));
    }
}
