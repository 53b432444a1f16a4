package org.daicho.ledger.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

/**
 * The JSON Schema (draft 2020-12) of a ledger, made from its definition: of an entry's fields, and of the body of each
 * action. What a schema allows, the ledger refuses for no reason that stands in the definition; what only the moment can
 * tell (the person is not registered, a rule of the chapter) no schema says. Immutable.
 * <p>
 * A schema is made of maps, lists, strings, numbers and booleans as JSON has them, and of a {@link Text} where people
 * read; whoever writes the schema chooses the language.
 */
public final class FieldsSchema {

    /** The characters that a reason may have. */
    public static final int LONGEST_REASON = 1000;

    private final Texts texts = new Texts(FieldsSchema.class, "messages");
    private final Definition definition;

    /**
     * Makes the schemas of a ledger.
     *
     * @param definition the ledger's definition
     */
    public FieldsSchema(Definition definition) {
        this.definition = Objects.requireNonNull(definition, "definition");
    }

    /**
     * Returns the schema of an entry's fields as a form shows them: what whoever enters does not write is
     * {@code readOnly}, and {@code required} is what they must fill.
     *
     * @return the schema, with its dialect and an id of its own
     */
    public Map<String, Object> form() {
        Action enter = definition.action(Action.ENTER).orElseThrow();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : visible()) {
            Map<String, Object> property = written(column, column.required());
            if (!enter.intake(column).isWritten()) {
                property.put("readOnly", true);
            }
            properties.put(column.name(), property);
        }
        Map<String, Object> schema = ColumnSchema.node("$schema", "https://json-schema.org/draft/2020-12/schema", "$id",
                "urn:daicho:ledger:" + definition.id() + ":" + definition.revision(), "title", definition.title());
        schema.putAll(taken(properties, enter));
        return schema;
    }

    /**
     * Returns the schema of an entry's fields as they are read. An older entry need not fulfil what is asked of new ones.
     *
     * @return the schema; it requires no column
     */
    public Map<String, Object> read() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : visible()) {
            Map<String, Object> property = ColumnSchema.described(column);
            property.putAll(ColumnSchema.read(column));
            properties.put(column.name(), property);
        }
        Map<String, Object> schema = ColumnSchema.node("title", definition.title());
        schema.putAll(ColumnSchema.closed(properties, List.of()));
        return schema;
    }

    /**
     * Returns the schema of an action's body: its fields, the reason, and the confirmations.
     *
     * @param action an action of the definition
     * @return the schema
     */
    public Map<String, Object> body(Action action) {
        boolean corrects = action.corrects();
        Map<String, Object> reason = ColumnSchema.lines(LONGEST_REASON, corrects);
        reason.put("description", texts.text("schema.reason"));
        Map<String, Object> confirmations = ColumnSchema.node("type", "object", "additionalProperties",
                ColumnSchema.lines(LONGEST_REASON, true), "description", texts.text("schema.confirmations"));
        Map<String, Object> schema = ColumnSchema.node("title", action.label());
        schema.putAll(ColumnSchema.closed(
                ColumnSchema.node("fields", fields(action), "reason", reason, "confirmations",
                        confirmations),
                corrects ? List.of("fields", "reason") : List.of("fields")));
        return schema;
    }

    /**
     * Returns an example of an action's body. It fits the schema; where a rule asks for another entry or for somebody, that
     * one has to be there, and an id that only the system knows stands in it in words.
     *
     * @param action an action of the definition
     * @param today  the day on which it is shown (Asia/Tokyo), as what has happened does not lie ahead
     * @return the body
     */
    public Map<String, Object> example(Action action, LocalDate today) {
        Map<String, Object> body = ColumnSchema.node("fields", new Examples(definition, today).of(action));
        if (action.corrects()) {
            body.put("reason", "書き間違いのため");
        }
        return body;
    }

    private Map<String, Object> fields(Action action) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : visible()) {
            Intake intake = action.intake(column);
            if (intake != Intake.NONE) {
                properties.put(column.name(), intake == Intake.UNCHANGED
                        ? unchanged(column)
                        : written(column, intake == Intake.REQUIRED));
            }
        }
        return taken(properties, action);
    }

    private Map<String, Object> taken(Map<String, Object> properties, Action action) {
        Map<String, Object> taken = ColumnSchema.closed(properties, required(action));
        Map<String, Object> dependent = dependent(action);
        if (!dependent.isEmpty()) {
            taken.put("dependentSchemas", dependent);
        }
        return taken;
    }

    /** By the deciding column, what is then needed: apart from the properties, as generators of clients pass it by. */
    private Map<String, Object> dependent(Action action) {
        Map<String, List<Object>> needed = new LinkedHashMap<>();
        for (Column column : visible()) {
            column.condition(Kind.REQUIRED_WHEN).filter(c -> action.intake(column).isWritten())
                    .ifPresent(c -> needed.computeIfAbsent(c.than(), than -> new ArrayList<>())
                            .add(ColumnSchema.neededWhen(column, c, definition.column(c.than()).orElseThrow())));
        }
        Map<String, Object> dependent = new LinkedHashMap<>();
        needed.forEach((than, schemas) -> dependent.put(than, ColumnSchema.node("allOf", schemas)));
        return dependent;
    }

    private Map<String, Object> unchanged(Column column) {
        Map<String, Object> property = ColumnSchema.described(column);
        property.put("description", texts.text("schema.unchanged", column.label().ja(), column.label().en()));
        property.putAll(ColumnSchema.unchanged(column));
        return property;
    }

    /** What no keyword of JSON Schema says is said in words. */
    private Map<String, Object> written(Column column, boolean needed) {
        Map<String, Object> property = ColumnSchema.described(column);
        List<Text> words = new ArrayList<>(List.of((Text) property.get("description")));
        for (Condition condition : column.conditions()) {
            if (!condition.kind().isOfValue()) {
                words.add(condition.message());
            }
            if (condition.confirm() != null) {
                words.add(texts.text("schema.confirm", condition.confirm()));
            }
        }
        Reference reference = column.refersTo();
        if (reference != null) {
            words.add(texts.text(reference.by().isEmpty() ? "schema.refersTo" : "schema.refersTo.by",
                    reference.ledger(), String.join(", ", reference.by())));
        }
        if (column.registers() != null) {
            words.add(texts.text("schema.registers"));
        }
        property.put("description", sentences(words));
        property.putAll(ColumnSchema.written(column, needed));
        return property;
    }

    private static Text sentences(List<Text> words) {
        return new Text(words.stream().map(Text::ja).collect(Collectors.joining("\n")),
                words.stream().map(Text::en).collect(Collectors.joining("\n")));
    }

    private List<String> required(Action action) {
        return new ArrayList<>(definition.columns().stream().filter(c -> action.intake(c) == Intake.REQUIRED)
                .map(Column::name).toList());
    }

    private List<Column> visible() {
        return definition.columns().stream().filter(c -> !c.secret()).toList();
    }
}
