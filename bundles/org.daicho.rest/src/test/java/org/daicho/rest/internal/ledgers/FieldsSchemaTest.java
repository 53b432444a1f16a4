package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class FieldsSchemaTest {

    @Test
    void namesItsDialectAndClosesTheObject() throws Exception {
        JsonNode schema = schema(Samples.column("asset", ColumnType.TEXT, true));
        assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema").asText());
        assertEquals("urn:daicho:ledger:media.takeouts:4", schema.get("$id").asText());
        assertEquals("object", schema.get("type").asText());
        assertFalse(schema.get("additionalProperties").asBoolean());
        assertEquals("情報資産持ち出し管理簿", schema.get("title").asText());
    }

    @Test
    void requiresWhatWhoeverEntersMustFill() throws Exception {
        JsonNode schema = schema(Samples.column("asset", ColumnType.TEXT, true),
                Samples.column("note", ColumnType.TEXT, false),
                Samples.column("approvedBy", ColumnType.PERSON, true, List.of(), "approve", Fill.NONE, false),
                Samples.column("number", ColumnType.INTEGER, true, List.of(), null, Fill.NUMBER, false),
                Samples.column("lateEntry", ColumnType.BOOLEAN, false, List.of(), null, Fill.LATE, false),
                Samples.column("takenOn", ColumnType.DATE, true, List.of(), null, Fill.TODAY, false));
        assertEquals("[\"asset\"]", schema.get("required").toString());
        JsonNode properties = schema.get("properties");
        assertTrue(properties.get("approvedBy").get("readOnly").asBoolean());
        assertTrue(properties.get("number").get("readOnly").asBoolean());
        assertTrue(properties.get("lateEntry").get("readOnly").asBoolean());
        assertFalse(properties.get("takenOn").has("readOnly"));
    }

    @Test
    void boundsTextAndLetsAnOptionalOneBeEmpty() throws Exception {
        JsonNode properties = schema(Samples.column("asset", ColumnType.TEXT, true),
                Samples.column("note", ColumnType.TEXT, false)).get("properties");
        assertEquals("{\"title\":\"欄asset\",\"type\":\"string\",\"maxLength\":20}", properties.get("asset").toString());
        assertEquals("{\"title\":\"欄note\",\"anyOf\":[{\"type\":\"string\",\"maxLength\":20},{\"type\":\"null\"}]}",
                properties.get("note").toString());
    }

    @Test
    void takesChoicesAndLockStatesFromTheColumn() throws Exception {
        JsonNode properties = schema(
                Samples.column("category", ColumnType.CHOICE, true, List.of("紙媒体", "記録媒体"), null, Fill.NONE, false),
                Samples.column("checks", ColumnType.CHECKS, true, List.of("locked", "unlocked"), null, Fill.NONE,
                        false))
                .get("properties");
        assertEquals("[\"紙媒体\",\"記録媒体\"]", properties.get("category").get("enum").toString());
        assertEquals("[\"locked\",\"unlocked\"]",
                properties.get("checks").get("additionalProperties").get("enum").toString());
    }

    @Test
    void letsWhoeverEntersWriteWhatEnteringNames() {
        Definition plain = Samples.definition(
                Samples.column("leftAt", ColumnType.TIME, false, List.of(), "leave", Fill.NONE, false));
        Action enter = new Action("enter", new Text("記入", "Enter"), Set.of(), "out", Set.of(Role.STAFF), Set.of(),
                List.of("leftAt"), List.of());
        Definition named = new Definition(plain.id(), plain.module(), plain.chapter(), plain.form(), plain.title(),
                plain.revision(), plain.period(), plain.periodField(), plain.monthlyCheck(), plain.inspection(),
                plain.closed(), plain.read(), plain.readOwn(), plain.erase(), plain.printed(), plain.clauses(),
                plain.columns(), plain.states(), List.of(enter));
        assertTrue(FieldsSchema.of(plain).toString().contains("readOnly"));
        assertFalse(FieldsSchema.of(named).toString().contains("readOnly"));
    }

    @Test
    void hidesSecretColumns() throws Exception {
        assertFalse(schema(Samples.column("hash", ColumnType.TEXT, true, List.of(), null, Fill.NONE, true))
                .get("properties").has("hash"));
    }

    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void knowsEveryType(ColumnType type) throws Exception {
        Column column = Samples.column("c", type, true, type == ColumnType.CHOICE ? List.of("a") : List.of(), null,
                Fill.NONE, false);
        JsonNode property = schema(column).get("properties").get("c");
        assertTrue(property.has("type") || property.has("enum") || property.has("anyOf"), property.toString());
    }

    private static JsonNode schema(Column... columns) throws Exception {
        byte[] json = new Json().write(FieldsSchema.of(Samples.definition(columns)), Locale.JAPANESE);
        return new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8));
    }
}
