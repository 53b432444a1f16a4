package org.daicho.rest.internal.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.form.Intake;
import org.daicho.ledger.form.LockState;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Text;

/**
 * The schemas of one ledger: its entry as it is read, and the bodies that enter, correct and act.
 */
final class LedgerSchemas {

    private final Definition definition;
    private final FieldsSchema fields;
    private final String name;

    LedgerSchemas(Definition definition) {
        this.definition = definition;
        this.fields = new FieldsSchema(definition);
        this.name = Names.pascal(definition.id());
    }

    /** Returns the name of the schema of an entry. */
    String entry() {
        return name + "Entry";
    }

    /** Returns the name of the schema of an action's body. */
    String body(Action action) {
        return switch (action.name()) {
        case Action.ENTER -> name + "New";
        case Action.CORRECT -> name + "Correction";
        default -> name + "Action" + Names.pascal(action.name());
        };
    }

    /** Adds the schemas; without {@code writes} only those of reading. */
    void addTo(Map<String, Object> schemas, boolean writes) {
        schemas.put(name + "Fields", fields());
        schemas.put(entry(), entrySchema());
        schemas.put(name + "Page", Node.closed(Node.of(
                "items", Node.of("type", "array", "items", Node.ref("schemas/" + entry())),
                "next", Node.of("type", List.of("string", "null"), "description", Wording.of("next"))),
                List.of("items", "next")));
        if (writes) {
            definition.actions().forEach(action -> schemas.put(body(action), bodySchema(action)));
        }
    }

    /** A person is the same thing everywhere. */
    private Map<String, Object> fields() {
        Map<String, Object> schema = fields.read();
        schema.put("description", Wording.of("fields"));
        Map<String, Object> properties = Node.child(schema, "properties");
        for (Column column : definition.columns()) {
            if (column.type() == ColumnType.PERSON && properties.containsKey(column.name())) {
                Map<String, Object> person = Node.child(properties, column.name());
                person.keySet().retainAll(Set.of("title", "description", "deprecated"));
                person.put("allOf", List.of(Node.ref("schemas/Person")));
            }
        }
        return schema;
    }

    private Map<String, Object> entrySchema() {
        Map<String, Object> schema = Node.of("title", definition.title(),
                "allOf", List.of(Node.ref("schemas/Entry"), Node.of("type", "object", "properties", Node.of(
                        "ledger", Node.of("type", "string", "const", definition.id()),
                        "state",
                        Node.of("type", "string", "enum", definition.states().stream().map(State::name).toList(),
                                "description", states()),
                        "fields", Node.ref("schemas/" + name + "Fields")),
                        "required", List.of("ledger", "state", "fields"))));
        return schema;
    }

    private Text states() {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (State state : definition.states()) {
            ja.append(ja.length() == 0 ? "" : "、").append(state.name()).append(" ").append(state.label().ja());
            en.append(en.length() == 0 ? "" : ", ").append(state.name()).append(" ").append(state.label().en());
        }
        return new Text(ja.toString(), en.toString());
    }

    private Map<String, Object> bodySchema(Action action) {
        Map<String, Object> schema = fields.body(action);
        Node.child(schema, "properties").put("confirmations", Node.ref("schemas/Confirmations"));
        return schema;
    }

    /** Makes a body that fits the schema: what must be filled, and for a text its own heading. */
    Map<String, Object> example(Action action) {
        Map<String, Object> values = new LinkedHashMap<>();
        definition.columns().stream().filter(column -> action.intake(column) == Intake.REQUIRED)
                .forEach(column -> values.put(column.name(), example(column)));
        return Node.of("fields", values, "reason", action.corrects() ? "書き間違いのため" : null);
    }

    private static Object example(Column column) {
        return switch (column.type()) {
        case CHOICE -> column.values().get(0);
        case BOOLEAN -> true;
        case INTEGER -> 1;
        case DATE -> "2026-11-23";
        case TIME -> "09:00";
        case DATETIME -> "2026-11-23T09:00:00+09:00";
        case PERSON -> "sato";
        case CHECKS -> Node.of("1", LockState.LOCKED.id());
        default -> column.label().ja().substring(0, Math.min(column.maxLength(), column.label().ja().length()));
        };
    }
}
