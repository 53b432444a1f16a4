package org.daicho.ledger.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    @DisplayName("that what lies ahead is recorded later, so that no definition needs words for it")
    void saysWhenToRecord() {
        assertEquals(new Text("「数量」に今日より後の日は書けません。その日になってから記録してください。",
                "\"Copies\" cannot lie after today. Record it once the day has come."),
                column("date", Map.of("notAfter", "today")).condition(Kind.NOT_AFTER).orElseThrow().message());
        assertEquals(new Text("「数量」に今より後の日時は書けません。その時を過ぎてから記録してください。",
                "\"Copies\" cannot lie in the future. Record it once the time has come."),
                column("datetime", Map.of("notAfter", "now")).condition(Kind.NOT_AFTER).orElseThrow().message());
    }

    @Test
    @DisplayName("with which values of another column it is needed, in the words that the screen has for them")
    void isNeededWithOthers() {
        assertEquals(List.of(new Condition(Kind.REQUIRED_WHEN, 0, "kind", List.of("複製", "その他"),
                new Text("「種別」が「複製」か「その他」のときは、「数量」も記入してください。",
                        "Where \"Kind\" is \"複製\" or \"その他\", \"Copies\" is needed."),
                "3-3", null, Set.of())),
                column("text", Map.of("clause", "3-3", "requiredWhen",
                        Map.of("column", "kind", "is", List.of("複製", "その他")))).conditions());
        assertEquals(new Text("「済」が「いいえ」のときは、「数量」も記入してください。", "Where \"Done\" is no, \"Copies\" is needed."),
                column("text", Map.of("requiredWhen", Map.of("column", "done", "is", false))).conditions().get(0)
                        .message());
        Condition any = column("text", Map.of("requiredWhen", "day")).conditions().get(0);
        assertEquals(new Text("「日」を記入したときは、「数量」も記入してください。", "Where \"Day\" is filled in, \"Copies\" is needed too."),
                any.message());
        assertTrue(any.isFor("2026-11-23"));
        assertFalse(any.isFor(null));
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
                Arguments.of("text", Map.of("requiredWhen", "nothing"), "no other column 'nothing'"),
                Arguments.of("text", Map.of("requiredWhen", "seal"), "'seal' is secret"),
                Arguments.of("text", Map.of("requiredWhen", Map.of("column", "kind", "is", "写し")),
                        "'requiredWhen' does not fit"),
                Arguments.of("text", Map.of("requiredWhen", Map.of("column", "kind", "is", true)),
                        "'requiredWhen' does not fit"),
                Arguments.of("text", Map.of("requiredWhen", Map.of("column", "kind", "is", List.of())), "needs texts"),
                Arguments.of("text", Map.of("requiredWhen", Map.of("column", "kind", "confirm", "none")),
                        "unknown member 'confirm'"),
                Arguments.of("text", Map.of("requiredWhen", "kind", "required", true), "the same actions set"),
                Arguments.of("text", Map.of("requiredWhen", "kind", "retired", true), "the same actions set"),
                Arguments.of("date", Map.of("requiredWhen", "kind", "fill", "today"), "the same actions set"),
                Arguments.of("text", Map.of("requiredWhen", "filled"), "the same actions set"),
                Arguments.of("text", Map.of("requiredWhen", "kind", "setBy", "close"), "the same actions set"),
                Arguments.of("integer", Map.of("min", Map.of("value", 1, "confirm", "few")),
                        "unknown member 'confirm'"),
                Arguments.of("date", Map.of("notAfter", Map.of("value", "today", "confirm", "Früh")),
                        "confirmation code"),
                Arguments.of("date", Map.of("notAfter", Map.of("value", "today", "confirmedBy", List.of("manager"))),
                        "'confirmedBy' needs 'confirm'"),
                Arguments.of("boolean", Map.of("refersTo", "assets.inventory"), "refers to a ledger"),
                Arguments.of("text", Map.of("refersTo", "inventory"), "is not module.name"),
                Arguments.of("text", Map.of("refersTo", "assets.inventory", "maxLength", 21), "no room for an id"),
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
                        Map.of("name", "kind", "label", Map.of("ja", "種別", "en", "Kind"), "type", "choice", "values",
                                List.of("複製", "運搬", "その他")),
                        Map.of("name", "done", "label", Map.of("ja", "済", "en", "Done"), "type", "boolean"),
                        Map.of("name", "filled", "label", name, "type", "date", "fill", "today"),
                        Map.of("name", "seal", "label", name, "type", "date", "secret", true)),
                "states", List.of(Map.of("name", "open", "label", name)), "actions",
                List.of(Map.of("name", "enter", "label", name, "to", "open"),
                        Map.of("name", "close", "label", name, "from", List.of("open")))))
                .column("it").orElseThrow();
    }
}
