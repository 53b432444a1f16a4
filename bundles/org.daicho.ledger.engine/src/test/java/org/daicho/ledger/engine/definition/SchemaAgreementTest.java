package org.daicho.ledger.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/**
 * The ledger and the schema that is published of it say the same of a body.
 */
class SchemaAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T09:00:00+09:00");
    private static final Person STAFF = new Person("p-1", "職員 三子");

    /** A column of each type, needed and not, entered and set by a step. */
    private static final String ALL = """
            {"id": "test.all", "module": "test", "chapter": 3, "revision": 1, "period": "open",
             "periodField": "date", "title": {"ja": "全", "en": "All"},
             "columns": [%s,
               {"name": "date", "label": {"ja": "日", "en": "Day"}, "type": "date"},
               {"name": "late", "label": {"ja": "後日", "en": "Late"}, "type": "boolean", "fill": "late"},
               {"name": "no", "label": {"ja": "番号", "en": "No."}, "type": "integer", "fill": "number"},
               {"name": "by", "label": {"ja": "者", "en": "By"}, "type": "person", "required": true,
                "fill": "default-caller"},
               {"name": "leftAt", "label": {"ja": "退室", "en": "Left"}, "type": "time", "required": true,
                "setBy": "leave"},
               {"name": "copies", "label": {"ja": "部数", "en": "Copies"}, "type": "integer", "min": 1, "max": 3},
               {"name": "sworn", "label": {"ja": "確認", "en": "Sworn"}, "type": "boolean", "must": true},
               {"name": "hash", "label": {"ja": "秘", "en": "Secret"}, "type": "text", "secret": true}],
             "states": [{"name": "done", "label": {"ja": "済", "en": "Done"}}],
             "actions": [
               {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "done"},
               {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["done"]},
               {"name": "leave", "label": {"ja": "退室", "en": "Leave"}, "from": ["done"]},
               {"name": "find", "label": {"ja": "発見", "en": "Find"}, "from": ["done"], "fields": ["leftAt"]}]}
            """;

    private static final String LETTER = "𠮷";

    private static final List<Object> VALUES = List.of("", " ", "　", "\u00a0", "字", "two\nlines", "a\u0007b",
            "a\u2028b",
            LETTER.repeat(20), LETTER.repeat(21), "locked", true, false, 0L, -1L, (1L << 53) - 1, 1L << 53,
            -(1L << 53), "2026-11-23", "2026-02-30", "2024-02-29", "2026-13-01", "1899-12-31", "2200-01-01", "26-11-23",
            "2026-11-23 ", "09:00", "9:00", "24:00", "23:59:59", "2026-11-23T09:00:00+09:00", "2026-11-23T09:00:00Z",
            "2026-11-23T09:00:00.123456789Z", "2026-11-23T24:00:00Z", "2026-02-30T09:00:00Z", "2026-11-23T09:00:00",
            "2026-11-23T09:00:60Z", "2026-11-23 09:00:00Z", Map.of(), Map.of("1", "locked"), Map.of("999", "unlocked"),
            Map.of("1000", "locked"), Map.of("0", "locked"), Map.of("1", "not-applicable", "2", "open"),
            Map.of("id", "p-1"), Map.of("id", "p-1", "name", "職員"), Map.of("id", " "), Map.of("name", "職員"),
            List.of("字"), List.of());

    private final Definition definition = DefinitionReader.read(Json.object(ALL.formatted(columns())));

    private static String columns() {
        List<String> columns = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            for (boolean required : new boolean[]{true, false}) {
                columns.add("""
                        {"name": "%s", "label": {"ja": "欄", "en": "Column"}, "type": "%s", "required": %s,
                         "maxLength": 20%s}""".formatted(name(type, required), type.id(), required,
                        type == ColumnType.CHOICE ? ", \"values\": [\"字\", \"locked\"]" : ""));
            }
        }
        return String.join(",", columns);
    }

    private static String name(ColumnType type, boolean required) {
        return (required ? "needed-" : "free-") + type.id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter", "correct"})
    @DisplayName("of each value, for a column of each type")
    void agreeOnEachValue(String name) {
        Action action = definition.action(name).orElseThrow();
        Map<String, Object> whole = whole();
        assertTrue(agree(action, whole, true), "the whole entry: " + whole);
        for (ColumnType type : ColumnType.values()) {
            for (boolean required : new boolean[]{true, false}) {
                for (Object value : VALUES) {
                    agree(action, with(whole, name(type, required), value), false);
                }
                Map<String, Object> body = new HashMap<>(whole);
                body.remove(name(type, required));
                assertEquals(!required, agree(action, body, false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter", "correct"})
    @DisplayName("of least, greatest and attested values")
    void agreeOnConditionsOfValues(String name) {
        Action action = definition.action(name).orElseThrow();
        List<Boolean> taken = new ArrayList<>();
        for (Object copies : List.of(0L, 1L, 3L, 4L)) {
            taken.add(agree(action, with(whole(), "copies", copies), false));
        }
        assertEquals(List.of(false, true, true, false), taken);
        assertTrue(agree(action, with(whole(), "sworn", true), true));
        assertFalse(agree(action, with(whole(), "sworn", false), false));
    }

    @Test
    @DisplayName("of which columns an action takes")
    void agreeOnEachColumn() {
        for (Action action : definition.actions()) {
            Map<String, Object> whole = action.enters() || action.corrects() ? whole() : Map.of("leftAt", "09:00");
            assertTrue(agree(action, whole, true), action.name());
            for (Column column : definition.columns()) {
                Map<String, Object> without = new HashMap<>(whole);
                without.remove(column.name());
                agree(action, without, false);
                if (!action.corrects()) {
                    agree(action, with(whole, column.name(), good(column)), false);
                }
            }
            assertFalse(agree(action, with(whole, "unknown", "字"), false), action.name());
        }
    }

    private static Map<String, Object> whole() {
        Map<String, Object> whole = new HashMap<>();
        for (ColumnType type : ColumnType.values()) {
            whole.put(name(type, true), good(type));
        }
        return whole;
    }

    private static Map<String, Object> with(Map<String, Object> body, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(column, value);
        return changed;
    }

    private static Object good(Column column) {
        return switch (column.name()) {
        case "copies" -> 1L;
        case "late", "sworn" -> true;
        default -> good(column.type());
        };
    }

    private static Object good(ColumnType type) {
        return switch (type) {
        case TEXT, LONGTEXT, CHOICE -> "字";
        case BOOLEAN -> false;
        case INTEGER -> 7L;
        case DATE -> "2026-11-23";
        case TIME -> "09:00";
        case DATETIME -> "2026-11-23T09:00:00+09:00";
        case PERSON -> "p-1";
        case CHECKS -> Map.of("1", "locked");
        };
    }

    /** Tells whether the body is taken, which ledger and schema must say alike. */
    private boolean agree(Action action, Map<String, Object> fields, boolean taken) {
        List<Violation> violations = new ArrayList<>();
        Caller caller = new Caller("staff", STAFF, List.of(), null, null);
        Fields read = new FieldReader(definition, action, caller, NOW, new Values(id -> Optional.of(STAFF)), violations)
                .read(fields, new Fields(Map.of()));
        violations
                .addAll(new Conditions(new Change("e", definition, action.name(), caller, Role.STAFF, NOW.toLocalDate(),
                        List.of(), "done", read, Map.of(), null), NOW).violations());
        Map<String, Object> body = new HashMap<>(Map.of("fields", fields));
        if (action.corrects()) {
            body.put("reason", "書き誤り");
        }
        var faults = schema(action).validate(MAPPER.valueToTree(body));
        assertEquals(violations.isEmpty(), faults.isEmpty(),
                action.name() + " " + fields + "\nledger: " + violations + "\nschema: " + faults);
        assertTrue(!taken || violations.isEmpty(), violations::toString);
        return violations.isEmpty();
    }

    private JsonSchema schema(Action action) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
                MAPPER.valueToTree(new FieldsSchema(definition).body(action)),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
}
