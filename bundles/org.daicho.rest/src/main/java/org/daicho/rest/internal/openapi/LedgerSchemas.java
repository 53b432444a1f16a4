package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.ledgers.FieldsSchema;

/**
 * The schemas of one ledger: its entry as it is read, and the bodies that enter, correct and act.
 */
final class LedgerSchemas {

    private final Definition definition;
    private final String name;

    LedgerSchemas(Definition definition) {
        this.definition = definition;
        this.name = Names.pascal(definition.id());
    }

    /** Returns the name of the schema of an entry. */
    String entry() {
        return name + "Entry";
    }

    /** Returns the name of the schema of an action's body. */
    String body(Action action) {
        return switch (action.name()) {
        case Ledger.ENTER -> name + "New";
        case Ledger.CORRECT -> name + "Correction";
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

    private Map<String, Object> fields() {
        Map<String, Object> properties = new LinkedHashMap<>();
        visible(column -> true).forEach(column -> properties.put(column.name(), read(column)));
        return Node.of("title", definition.title(), "description", Wording.of("fields"), "type", "object",
                "properties", properties, "additionalProperties", false);
    }

    private Map<String, Object> read(Column column) {
        Map<String, Object> property = described(column);
        if (column.type() == ColumnType.PERSON) {
            property.put("allOf", List.of(Node.ref("schemas/Person")));
        } else {
            property.putAll(FieldsSchema.values(column));
        }
        return property;
    }

    /** The label is the paper's own heading; what to write there follows it. */
    private static Map<String, Object> described(Column column) {
        Text label = column.label();
        Text help = column.help();
        Map<String, Object> property = Node.of("title", label, "description", help == null
                ? label
                : new Text(label.ja() + ":" + help.ja(), label.en() + ": " + help.en()));
        if (column.retired()) {
            property.put("deprecated", true);
        }
        return property;
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
        boolean corrects = action.name().equals(Ledger.CORRECT);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Column column : visible(column -> corrects || isSetBy(column, action))) {
            boolean here = isSetBy(column, action);
            Map<String, Object> property = described(column);
            boolean must = here && column.required() && !column.retired() && column.fill() == Fill.NONE;
            property.putAll(must ? FieldsSchema.values(column) : FieldsSchema.nullable(column));
            if (!here) {
                property.put("description", unchanged(column));
            }
            properties.put(column.name(), property);
            if (must) {
                required.add(column.name());
            }
        }
        Map<String, Object> body = Node.of("fields", Node.closed(properties, required),
                "reason", Node.of("type", "string", "maxLength", 1000, "description", Wording.of("reason")),
                "confirmations", Node.ref("schemas/Confirmations"));
        Map<String, Object> schema = Node.closed(body, corrects ? List.of("fields", "reason") : List.of("fields"));
        schema.put("title", action.label());
        return schema;
    }

    private Text unchanged(Column column) {
        return Wording.of("unchanged", column.label().ja(), column.label().en());
    }

    private List<Column> visible(Predicate<Column> wanted) {
        return definition.columns().stream().filter(column -> !column.secret()).filter(wanted).toList();
    }

    /** As the ledger has it: numbers are nobody's, a column that an action sets is that action's alone. */
    private static boolean isSetBy(Column column, Action action) {
        if (column.fill() == Fill.NUMBER || column.fill() == Fill.FISCAL_NUMBER) {
            return false;
        }
        boolean writesAll = action.name().equals(Ledger.ENTER) || action.name().equals(Ledger.CORRECT);
        return writesAll ? column.setBy() == null : action.name().equals(column.setBy());
    }

    /** Makes a body that fits the schema: what must be filled, and for a text its own heading. */
    Map<String, Object> example(Action action) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : visible(column -> isSetBy(column, action) && !column.retired() && column.required()
                && column.fill() == Fill.NONE)) {
            fields.put(column.name(), example(column));
        }
        return Node.of("fields", fields, "reason", action.name().equals(Ledger.CORRECT) ? "書き間違いのため" : null);
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
        case CHECKS -> Node.of("1", column.values().isEmpty() ? "○" : column.values().get(0));
        default -> column.label().ja().substring(0, Math.min(column.maxLength(), column.label().ja().length()));
        };
    }
}
