package org.daicho.ledger.form;

import static org.daicho.ledger.form.Forms.LABEL;
import static org.daicho.ledger.form.Forms.action;
import static org.daicho.ledger.form.Forms.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The schema of a ledger")
class FieldsSchemaTest {

    private static final Column ASSET = column("asset", ColumnType.TEXT, true);
    private static final Column NOTE = column("note", ColumnType.LONGTEXT, false);
    private static final Column NUMBER = column("number", ColumnType.INTEGER, true, null, Fill.NUMBER);
    private static final Column LEFT_AT = column("leftAt", ColumnType.TIME, true, "leave", Fill.NONE);
    private static final Column BACK_BY = column("backBy", ColumnType.PERSON, false);
    private static final Action LEAVE = action("leave");
    private static final Action CORRECT = action("correct");

    private final Definition definition = Forms.definition(List.of(action("enter"), CORRECT, LEAVE), ASSET, NOTE,
            NUMBER, LEFT_AT, BACK_BY, Forms.retired("old"), Forms.secret("hash"));
    private final FieldsSchema schema = new FieldsSchema(definition);

    @Test
    @DisplayName("names its dialect and revision, and closes the object")
    void formNamesItself() {
        Map<String, Object> form = schema.form();
        assertEquals("https://json-schema.org/draft/2020-12/schema", form.get("$schema"));
        assertEquals("urn:daicho:ledger:media.takeouts:4", form.get("$id"));
        assertEquals(definition.title(), form.get("title"));
        assertEquals(false, form.get("additionalProperties"));
    }

    @Test
    @DisplayName("requires what whoever enters must fill, and shows the rest as read only")
    void formIsWhatIsEntered() {
        assertEquals(List.of("asset"), schema.form().get("required"));
        assertNull(at(schema.form(), "properties", "asset", "readOnly"));
        assertEquals(true, at(schema.form(), "properties", "number", "readOnly"));
        assertEquals(true, at(schema.form(), "properties", "leftAt", "readOnly"));
        assertEquals(true, at(schema.form(), "properties", "old", "deprecated"));
    }

    @Test
    @DisplayName("takes from an action what it writes, and requires what it needs")
    void bodiesAreTheActions() {
        assertEquals(Set.of("leftAt"), names(schema.body(LEAVE)));
        assertEquals(List.of("leftAt"), at(schema.body(LEAVE), "properties", "fields", "required"));
        Map<String, Object> enter = schema.body(definition.action("enter").orElseThrow());
        assertEquals(Set.of("asset", "note", "backBy", "old"), names(enter));
        assertEquals(List.of("fields"), enter.get("required"));
        assertEquals(Set.of("leftAt", "asset", "note", "backBy", "old"),
                names(schema.body(action("enter", "leftAt"))));
    }

    @Test
    @DisplayName("asks a correction for its reason, and lets it repeat what it does not change")
    void correctionsRepeatTheEntry() {
        Map<String, Object> correct = schema.body(CORRECT);
        assertEquals(List.of("fields", "reason"), correct.get("required"));
        assertEquals(Set.of("asset", "note", "number", "leftAt", "backBy", "old"), names(correct));
        assertEquals(List.of("asset"), at(correct, "properties", "fields", "required"));
        assertTrue(((Text) at(correct, "properties", "fields", "properties", "number", "description")).en()
                .contains("can not change"));
    }

    @Test
    @DisplayName("lets a column be null that may be left out, and none that is needed")
    void emptyIsNull() {
        assertEquals("string", at(schema.form(), "properties", "asset", "type"));
        assertEquals(Map.of("type", "null"),
                ((List<?>) at(schema.form(), "properties", "note", "anyOf")).get(1));
    }

    @Test
    @DisplayName("tells the heading and what to write below it")
    void columnsAreDescribed() {
        assertEquals(LABEL, at(schema.form(), "properties", "asset", "title"));
        assertEquals(new Text("欄:説明", "Column: help"), at(schema.form(), "properties", "old", "description"));
    }

    @Test
    @DisplayName("shows no secret column anywhere")
    void secretsAreNowhere() {
        assertFalse(at(schema.form(), "properties").toString().contains("hash"));
        assertFalse(schema.read().toString().contains("hash"));
        definition.actions().forEach(a -> assertFalse(schema.body(a).toString().contains("hash")));
    }

    @Test
    @DisplayName("requires nothing of an entry that is read, and reads a person with id and name")
    void readingRequiresNothing() {
        assertNull(schema.read().get("required"));
        assertEquals(List.of("id", "name"), at(schema.read(), "properties", "backBy", "required"));
    }

    @Test
    @DisplayName("says bounds and attestations by keyword and the rest in words, of what is written and never of what is read")
    void conditionsAreSaid() {
        Column copies = conditioned("copies", ColumnType.INTEGER,
                new Condition(Kind.MIN, 1, null, LABEL, null, null, Set.of()));
        Column sworn = conditioned("sworn", ColumnType.BOOLEAN,
                new Condition(Kind.MUST, 0, null, LABEL, null, null, Set.of()));
        Column takenOn = conditioned("takenOn", ColumnType.DATE, new Condition(Kind.NOT_AFTER, 0, Condition.TODAY,
                new Text("後の日は書けません。", "Not after today."), null, "other-day", Set.of()));
        FieldsSchema conditions = new FieldsSchema(Forms.definition(List.of(action("enter")), copies, sworn, takenOn));
        assertEquals(1L, at(conditions.form(), "properties", "copies", "minimum"));
        assertEquals(true, at(conditions.form(), "properties", "sworn", "const"));
        assertEquals(
                "Column\nNot after today.\nWith a reason under other-day in confirmations it may pass all the same.",
                ((Text) at(conditions.form(), "properties", "takenOn", "description")).en());
        assertEquals(-(1L << 53) + 1, at(conditions.read(), "properties", "copies", "minimum"));
        assertNull(at(conditions.read(), "properties", "sworn", "const"));
        assertEquals(LABEL, at(conditions.read(), "properties", "takenOn", "description"));
    }

    @Test
    @DisplayName("needs a column with what another one says, in words too, of the actions that set it and of their examples")
    void neededColumnsAreSaid() {
        Column kind = column("kind", ColumnType.CHOICE, false);
        Column count = conditioned("count", ColumnType.INTEGER,
                new Condition(Kind.REQUIRED_WHEN, 0, "kind", List.of("紙媒体"), LABEL, null, null, Set.of()));
        Column why = conditioned("why", ColumnType.TEXT,
                new Condition(Kind.REQUIRED_WHEN, 0, "note", List.of(), LABEL, null, null, Set.of()));
        Definition d = Forms.definition(List.of(action("enter"), LEAVE), kind, NOTE, count, why);
        FieldsSchema needed = new FieldsSchema(new Definition(d.id(), d.module(), d.chapter(), d.form(), d.title(),
                d.revision(), d.period(), null, null, null, false, d.read(), d.readOwn(), d.erase(), d.printed(),
                d.clauses(), d.columns(), d.states(), d.actions(), List.of(), null, List.of(), false,
                Map.of("kind", "紙媒体")));
        Map<?, ?> when = when(needed.form(), "kind");
        assertEquals(List.of("紙媒体"), at(when, "if", "properties", "kind", "enum"));
        assertEquals(List.of("count"), at(when, "then", "required"));
        assertEquals("integer", at(when, "then", "properties", "count", "type"));
        Map<?, ?> any = when(at(needed.body(d.actions().get(0)), "properties", "fields"), "note");
        assertEquals("string", at(any, "if", "properties", "note", "type"));
        assertEquals("string", at(any, "then", "properties", "why", "type"));
        assertNull(at(needed.form(), "required"));
        assertNull(at(needed.body(LEAVE), "properties", "fields", "dependentSchemas"));
        assertEquals("Column\nColumn", ((Text) at(needed.form(), "properties", "count", "description")).en());
        assertEquals(Map.of("kind", "紙媒体", "count", 1L),
                needed.example(d.actions().get(0), LocalDate.of(2026, 11, 23)).get("fields"));
    }

    private static Map<?, ?> when(Object fields, String column) {
        return (Map<?, ?>) ((List<?>) at(fields, "dependentSchemas", column, "allOf")).get(0);
    }

    @Test
    @DisplayName("says to which ledger a column refers")
    void referencesAreSaid() {
        Column asset = new Column("asset", LABEL, null, ColumnType.TEXT, true, true, List.of(), null, Fill.NONE, false,
                true, false, 20, false, null, List.of(),
                new Reference("assets.inventory", List.of("name"), null, Set.of()), false, null);
        assertEquals(
                "Column\nTakes the id of an entry of the ledger assets.inventory, or its name; choices tells which there are.",
                ((Text) at(new FieldsSchema(
                        Forms.definition(List.of(action("enter")), asset)).form(), "properties", "asset",
                        "description")).en());
    }

    private static Column conditioned(String name, ColumnType type, Condition condition) {
        return new Column(name, LABEL, null, type, condition.kind() != Kind.REQUIRED_WHEN, true, List.of(), null,
                Fill.NONE, false, true, false, 20,
                false,
                null, List.of(condition), null, false, null);
    }

    @Test
    @DisplayName("has an example of what each action needs, on the day on which it is shown")
    void examplesAreWhatAnActionNeeds() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertEquals(Map.of("fields", Map.of("asset", "欄")), schema.example(action("enter"), today));
        assertEquals(Map.of("fields", Map.of("leftAt", "00:00")), schema.example(LEAVE, today));
        assertEquals("書き間違いのため", schema.example(CORRECT, today).get("reason"));
        Column day = column("day", ColumnType.DATE, true);
        assertEquals(Map.of("fields", Map.of("day", "2026-11-23")), new FieldsSchema(
                Forms.definition(List.of(action("enter")), day)).example(action("enter"), today));
    }

    @Test
    @DisplayName("has the definition's own examples in those of the actions that set the column")
    void examplesOfTheDefinitionStandAboveTheRest() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Column due = column("due", ColumnType.DATE, false);
        Definition d = Forms.definition(List.of(action("enter", "leftAt"), LEAVE), ASSET, NOTE, due, LEFT_AT);
        FieldsSchema own = new FieldsSchema(new Definition(d.id(), d.module(), d.chapter(), d.form(), d.title(),
                d.revision(), d.period(), null, null, null, false, d.read(), d.readOwn(), d.erase(), d.printed(),
                d.clauses(), d.columns(), d.states(), d.actions(), List.of(), null, List.of(), false,
                Map.of("asset", "会員名簿", "due", Condition.TODAY, "leftAt", "10:00")));
        assertEquals("10:00", at(own.example(LEAVE, today), "fields", "leftAt"));
        Object entered = own.example(d.actions().get(0), today).get("fields");
        assertEquals("会員名簿", at(entered, "asset"));
        assertEquals("2026-11-23", at(entered, "due"));
        assertNull(at(entered, "note"));
    }

    private static Set<?> names(Map<String, Object> body) {
        return ((Map<?, ?>) at(body, "properties", "fields", "properties")).keySet();
    }

    private static Object at(Object node, String... path) {
        Object found = node;
        for (String name : path) {
            found = ((Map<?, ?>) found).get(name);
        }
        return found;
    }
}
