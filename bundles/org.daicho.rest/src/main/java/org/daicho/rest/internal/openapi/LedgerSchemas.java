package org.daicho.rest.internal.openapi;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Text;

/**
 * The schemas of one ledger: its entry as it is read, and the bodies that enter, correct and act.
 */
final class LedgerSchemas {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Map<String, Object> NULL = Map.of("type", "null");
    private static final String LOCK_STATE = "LockState";
    private static final String LOCK_STATES = "LockStates";

    /** What a column's schema says of the column alone. */
    private static final Set<String> ITS_OWN = Set.of("title", "description", "deprecated", "minProperties");

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

    /** Returns the name of the schema of a page of entries. */
    String page() {
        return name + "Page";
    }

    /** Adds the schemas; those that no operation of the document uses are left out of it. */
    void addTo(Map<String, Object> schemas) {
        schemas.put(name + "Fields", fields(schemas));
        schemas.put(entry(), entrySchema());
        schemas.put(page(), Node.closed(Node.of(
                "items", Node.of("type", "array", "items", Node.ref("schemas/" + entry())),
                "next", Node.of("type", List.of("string", "null"), "description", Wording.of("next"))),
                List.of("items", "next")));
        definition.actions().forEach(action -> schemas.put(body(action), bodySchema(action)));
    }

    private Map<String, Object> fields(Map<String, Object> schemas) {
        Map<String, Object> schema = fields.read();
        schema.put("description", Wording.of("fields"));
        Map<String, Object> properties = Node.child(schema, "properties");
        visible(ColumnType.CHECKS, properties).forEach(column -> {
            Map<String, Object> states = new LinkedHashMap<>(Node.child(properties, column.name()));
            states.keySet().removeAll(ITS_OWN);
            schemas.put(LOCK_STATE, states.put("additionalProperties", Node.ref("schemas/" + LOCK_STATE)));
            schemas.put(LOCK_STATES, states);
        });
        share(properties, "Person");
        return schema;
    }

    /** Persons and states of locking are the same thing everywhere; generators make one class of each. */
    private void share(Map<String, Object> properties, String person) {
        visible(ColumnType.PERSON, properties).forEach(column -> share(properties, column, person));
        visible(ColumnType.CHECKS, properties).forEach(column -> share(properties, column, LOCK_STATES));
    }

    private static void share(Map<String, Object> properties, Column column, String shared) {
        Map<String, Object> property = Node.child(properties, column.name());
        List<Map<String, Object>> kinds = new ArrayList<>(List.of(Node.ref("schemas/" + shared)));
        boolean nullable = property.get("anyOf") instanceof List<?> all && all.contains(NULL);
        property.keySet().retainAll(ITS_OWN);
        if (nullable) {
            kinds.add(NULL);
        }
        property.put(nullable ? "anyOf" : "allOf", kinds);
    }

    private Stream<Column> visible(ColumnType type, Map<String, Object> properties) {
        return definition.columns().stream().filter(c -> c.type() == type && properties.containsKey(c.name()));
    }

    private Map<String, Object> entrySchema() {
        Map<String, Object> schema = Node.of("title", definition.title(),
                "allOf", List.of(Node.ref("schemas/Entry"), Node.of("type", "object", "properties", Node.of(
                        "ledger", Node.of("type", "string", "const", definition.id()),
                        "state",
                        Node.of("type", "string", "enum", definition.states().stream().map(State::name).toList(),
                                "description", labels(state -> true)),
                        "fields", Node.ref("schemas/" + name + "Fields")),
                        "required", List.of("ledger", "state", "fields"))));
        return schema;
    }

    /** Returns the names of states in the definition's order. */
    List<String> states(Set<String> names) {
        return definition.states().stream().map(State::name).filter(names::contains).toList();
    }

    /** Tells from which states an action starts, and to which it leads. */
    Text steps(Action action) {
        Text from = labels(state -> action.from().contains(state.name()));
        Text to = labels(state -> state.name().equals(action.to()));
        return action.from().isEmpty()
                ? Wording.of("steps.first", to.ja(), to.en())
                : action.to() == null
                        ? Wording.of("steps.within", from.ja(), from.en())
                        : Wording.of("steps", from.ja(), from.en(), to.ja(), to.en());
    }

    private Text labels(Predicate<State> wanted) {
        List<State> states = definition.states().stream().filter(wanted).toList();
        return new Text(
                states.stream().map(state -> state.name() + " " + state.label().ja()).collect(joining("、")),
                states.stream().map(state -> state.name() + " " + state.label().en()).collect(joining(", ")));
    }

    private Map<String, Object> bodySchema(Action action) {
        Map<String, Object> schema = fields.body(action);
        Map<String, Object> properties = Node.child(schema, "properties");
        properties.put("confirmations", Node.ref("schemas/Confirmations"));
        share(Node.child(Node.child(properties, "fields"), "properties"), "PersonReference");
        return schema;
    }

    /** Makes a body that the ledger takes. */
    Map<String, Object> example(Action action) {
        return fields.example(action, LocalDate.now(TOKYO));
    }
}
