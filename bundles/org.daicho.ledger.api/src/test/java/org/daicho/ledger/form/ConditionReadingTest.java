package org.daicho.ledger.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A definition's column says")
class ConditionReadingTest {

    private static final Map<String, Object> LABEL = Map.of("ja", "数量", "en", "Copies");
    private static final Map<String, Object> OWN = Map.of("ja", "だめです。", "en", "No.");

    @Test
    @DisplayName("its bounds, in the usual words under its own clause")
    void shortForm() {
        Column column = column("integer", Map.of("min", 1, "max", 5L, "clause", "3-3"));
        assertEquals(List.of(
                new Condition(Kind.MIN, 1, null, new Text("「数量」は1以上の数で書いてください。", "\"Copies\" is 1 or more."), "3-3",
                        null, Set.of()),
                new Condition(Kind.MAX, 5, null, new Text("「数量」は5以下の数で書いてください。", "\"Copies\" is 5 or less."), "3-3",
                        null, Set.of())),
                column.conditions());
    }

    @Test
    @DisplayName("its own words, clause and confirmation where it has them")
    void longForm() {
        Column column = column("person", Map.of("clause", "3-2(1)", "other", Map.of("value", "who", "message", OWN,
                "clause", "8-2(12)", "confirm", "same-person", "confirmedBy", List.of("manager"))));
        assertEquals(List.of(new Condition(Kind.OTHER, 0, "who", new Text("だめです。", "No."), "8-2(12)", "same-person",
                Set.of(Role.MANAGER))), column.conditions());
    }

    @Test
    @DisplayName("what it is compared with by that column's heading")
    void namesTheOtherColumn() {
        assertEquals(new Text("「数量」は、「日」より後にできません。", "\"Copies\" cannot be later than \"Day\"."),
                column("date", Map.of("notAfter", "day")).condition(Kind.NOT_AFTER).orElseThrow().message());
    }

    @Test
    @DisplayName("to which ledger it refers, and what is offered of it")
    void refers() {
        assertEquals(new Reference("assets.inventory", List.of(), null, Set.of()),
                column("text", Map.of("refersTo", "assets.inventory")).refersTo());
        assertEquals(new Reference("assets.inventory", List.of("name"), "location", Set.of("active")),
                column("text", Map.of("refersTo", Map.of("ledger", "assets.inventory", "by", List.of("name"), "detail",
                        "location", "states", List.of("active")))).refersTo());
    }

    static Stream<Arguments> misfits() {
        return Stream.of(Arguments.of("text", Map.of("min", 1), "'min' does not fit"),
                Arguments.of("integer", Map.of("min", 2, "max", 1), "'min' is greater than 'max'"),
                Arguments.of("integer", Map.of("min", 1.5), "not a whole number"),
                Arguments.of("text", Map.of("must", true), "'must' does not fit"),
                Arguments.of("boolean", Map.of("must", false), "must: is true"),
                Arguments.of("date", Map.of("notAfter", "now"), "'notAfter' does not fit"),
                Arguments.of("time", Map.of("notAfter", "today"), "'notAfter' does not fit"),
                Arguments.of("date", Map.of("notAfter", "tomorrow"), "no other column 'tomorrow'"),
                Arguments.of("date", Map.of("notAfter", "it"), "no other column 'it'"),
                Arguments.of("time", Map.of("notBefore", "day"), "'notBefore' does not fit"),
                Arguments.of("date", Map.of("notBefore", "seal"), "'seal' is secret"),
                Arguments.of("person", Map.of("other", "day"), "'other' does not fit"),
                Arguments.of("integer", Map.of("min", Map.of("value", 1, "confirm", "few")),
                        "unknown member 'confirm'"),
                Arguments.of("date", Map.of("notAfter", Map.of("value", "today", "confirm", "Früh")),
                        "confirmation code"),
                Arguments.of("date", Map.of("notAfter", Map.of("value", "today", "confirmedBy", List.of("manager"))),
                        "'confirmedBy' needs 'confirm'"),
                Arguments.of("boolean", Map.of("refersTo", "assets.inventory"), "refers to a ledger"),
                Arguments.of("text", Map.of("refersTo", "inventory"), "is not module.name"),
                Arguments.of("text", Map.of("registers", "access.persons"), "only a person is registered"),
                Arguments.of("person", Map.of("registers", "persons"), "is not module.name"),
                Arguments.of("text", Map.of("offered", true, "secret", true), "is not offered"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("misfits")
    @DisplayName("nothing that does not fit its type and the other columns")
    void misfitsAreRefused(String type, Map<String, Object> members, String message) {
        String refused = assertThrows(IllegalArgumentException.class, () -> column(type, members)).getMessage();
        assertTrue(refused.contains(message), refused);
    }

    private static Column column(String type, Map<String, Object> members) {
        Map<String, Object> column = new HashMap<>(Map.of("name", "it", "label", LABEL, "type", type));
        column.putAll(members);
        Map<String, Object> name = Map.of("ja", "名", "en", "Name");
        return DefinitionReader.read(Map.of("id", "test.rows", "module", "test", "chapter", 3, "revision", 1, "title",
                name, "period", "open", "columns",
                List.of(column, Map.of("name", "day", "label", Map.of("ja", "日", "en", "Day"), "type", "date"),
                        Map.of("name", "who", "label", name, "type", "person"),
                        Map.of("name", "seal", "label", name, "type", "date", "secret", true)),
                "states", List.of(Map.of("name", "open", "label", name)), "actions",
                List.of(Map.of("name", "enter", "label", name, "to", "open")))).column("it").orElseThrow();
    }
}
