package org.daicho.ledger.form;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Reads a definition from its JSON and checks that it holds together. The format is that of
 * {@code definition.schema.json} beside this class; an unknown member is refused, like a missing one.
 */
public final class DefinitionReader {

    private DefinitionReader() {
    }

    /**
     * Reads a definition.
     *
     * @param json the JSON object as plain values: maps, lists, strings, booleans, {@link Long}s or {@link Integer}s
     * @return the definition
     * @throws IllegalArgumentException where it is not well-formed, naming the member
     */
    public static Definition read(Map<String, Object> json) {
        Definition definition = definition(new JsonObject("definition", json), new ColumnReader(labels(json)));
        Coherence.check(definition);
        return definition;
    }

    private static Definition definition(JsonObject json, ColumnReader columns) {
        json.optionalText("$schema");
        return json.done(new Definition(json.text("id"), json.text("module"), json.integer("chapter"),
                json.optionalInteger("form"), json.label("title"), json.integer("revision"),
                json.constant(Period.class, "period", json.text("period")), json.optionalText("periodField"),
                json.optionalText("monthlyCheck"), json.optionalText("inspection"), json.flag("closed", false),
                json.roles("read"), json.roles("readOwn"), json.roles("erase"),
                new LinkedHashSet<>(json.texts("printed")), json.texts("clauses"),
                json.objects("columns", columns::read),
                json.objects("states", s -> s.done(new State(s.text("name"), s.label("label")))),
                json.objects("actions", DefinitionReader::action),
                json.objects("sections", DefinitionReader::section), json.optionalText("hiddenFrom"),
                json.objects("grants", DefinitionReader::grant), json.flag("terminal", false),
                json.values("examples")));
    }

    private static Action action(JsonObject json) {
        return json.done(new Action(json.text("name"), json.label("label"), new LinkedHashSet<>(json.texts("from")),
                json.optionalText("to"), json.roles("roles"), json.roles("own"), json.texts("fields"),
                json.texts("covers")));
    }

    private static Section section(JsonObject json) {
        return json.done(new Section(json.text("column"), json.text("value"), json.label("title"),
                json.optionalLabel("lead"), json.texts("columns")));
    }

    private static EntryGrant grant(JsonObject json) {
        return json.done(new EntryGrant(json.constant(Role.class, "role", json.text("role")), json.text("person"),
                json.text("from"), json.optionalText("until"), new LinkedHashSet<>(json.texts("states"))));
    }

    /** Finds the headings first: what is said of one column may name another one. */
    private static Map<String, Text> labels(Map<String, Object> json) {
        Map<String, Text> labels = new HashMap<>();
        for (Object column : json.get("columns") instanceof List<?> list ? list : List.of()) {
            JsonObject object = new JsonObject("columns", column);
            labels.put(object.text("name"), object.label("label"));
        }
        return labels;
    }
}
