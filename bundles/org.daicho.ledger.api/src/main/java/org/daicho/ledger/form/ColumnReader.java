package org.daicho.ledger.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;

/**
 * Reads the columns of a definition. One thread.
 */
final class ColumnReader {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LONGTEXT = 4000;

    private final Texts texts = new Texts(ColumnReader.class, "messages");
    private final Map<String, Text> labels;

    /** Makes a reader; {@code labels} are the headings by the column's name. */
    ColumnReader(Map<String, Text> labels) {
        this.labels = labels;
    }

    Column read(JsonObject json) {
        ColumnType type = json.constant(ColumnType.class, "type", json.text("type"));
        boolean searchable = switch (type) {
        case TEXT, CHOICE, PERSON, INTEGER, BOOLEAN, DATE -> true;
        default -> false;
        };
        boolean secret = json.flag("secret", false);
        Text label = json.label("label");
        String clause = json.optionalText("clause");
        return json.done(new Column(json.text("name"), label, json.optionalLabel("help"), type,
                json.flag("required", false), json.flag("printed", false), json.texts("values"),
                json.optionalText("setBy"), json.constant(Fill.class, "fill", json.textOr("fill", "none")),
                json.flag("personal", false), json.flag("searchable", searchable && !secret), secret,
                json.integerOr("maxLength", type == ColumnType.LONGTEXT ? LONGEST_LONGTEXT : LONGEST_TEXT),
                json.flag("retired", false), clause, conditions(json, label, clause), reference(json),
                json.flag("offered", false), json.optionalText("registers")));
    }

    private List<Condition> conditions(JsonObject json, Text label, String clause) {
        List<Condition> conditions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            JsonObject given = json.optionalObject(kind.member(), kind == Kind.REQUIRED_WHEN ? "column" : "value");
            if (given != null) {
                conditions.add(condition(given, kind, label, clause));
            }
        }
        return conditions;
    }

    private Condition condition(JsonObject json, Kind kind, Text label, String clause) {
        long number = 0;
        String than = null;
        List<Object> among = List.of();
        switch (kind) {
        case MIN, MAX -> number = json.number("value");
        case MUST -> {
            if (!json.flag("value", false)) {
                throw new IllegalArgumentException("must: is true, or left out");
            }
        }
        case REQUIRED_WHEN -> {
            than = json.text("column");
            among = json.alternatives("is");
        }
        default -> than = json.text("value");
        }
        Text own = json.optionalLabel("message");
        return json.done(new Condition(kind, number, than, among,
                own == null ? usual(kind, label, number, than, among) : own, json.textOr("clause", clause),
                kind.isOfBody() ? null : json.optionalText("confirm"), json.roles("confirmedBy")));
    }

    private Text usual(Kind kind, Text label, long number, String than, List<Object> among) {
        String key = "condition." + kind.member();
        if (than == null) {
            return texts.text(key, label, Long.toString(number));
        }
        if (than.equals(Condition.TODAY) || than.equals(Condition.NOW)) {
            return texts.text(key + "." + than, label);
        }
        Text other = labels.getOrDefault(than, new Text(than, than));
        return among.isEmpty()
                ? texts.text(key, label, other)
                : texts.text(key + ".is", label, other,
                        among.stream().map(this::said).reduce((a, b) -> texts.text("condition.or", a, b))
                                .orElseThrow());
    }

    private Text said(Object value) {
        return value instanceof Boolean ? texts.text("condition." + value) : texts.text("condition.choice", value);
    }

    private static Reference reference(JsonObject column) {
        JsonObject json = column.optionalObject("refersTo", "ledger");
        return json == null
                ? null
                : json.done(new Reference(json.text("ledger"), json.texts("by"), json.optionalText("detail"),
                        new LinkedHashSet<>(json.texts("states"))));
    }
}
