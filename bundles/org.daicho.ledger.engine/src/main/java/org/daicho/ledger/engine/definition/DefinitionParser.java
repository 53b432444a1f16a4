package org.daicho.ledger.engine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.EntryGrant;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.Section;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Reads a definition from its JSON and checks that it holds together. The format is described in
 * {@code cnf/decisions/0003-definitions-and-evolution.md}.
 */
public final class DefinitionParser {

    private static final Pattern LEDGER = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final int MOST_COLUMNS = 400;

    private DefinitionParser() {
    }

    /**
     * Reads a definition.
     *
     * @param json the JSON document
     * @return the definition
     * @throws IllegalArgumentException where it is not well-formed, naming the member
     */
    public static Definition parse(String json) {
        return definition(new JsonObject("definition", Json.parse(json)));
    }

    private static Definition definition(JsonObject json) {
        String id = json.text("id");
        Period period = constant(Period.class, json.text("period"), "period");
        List<Column> columns = json.objects("columns", DefinitionParser::column);
        Definition definition = new Definition(id, json.text("module"), json.integer("chapter"),
                json.optionalInteger("form"), json.label("title"), json.integer("revision"), period,
                json.optionalText("periodField"), json.optionalText("monthlyCheck"), json.optionalText("inspection"),
                json.flag("closed", false), roles(json, "read"), roles(json, "readOwn"), roles(json, "erase"),
                new LinkedHashSet<>(json.texts("printed")), json.texts("clauses"), columns,
                json.objects("states", s -> s.done(new State(s.text("name"), s.label("label")))),
                json.objects("actions", DefinitionParser::action), json.objects("sections", DefinitionParser::section),
                json.optionalText("hiddenFrom"), json.objects("grants", DefinitionParser::grant),
                json.flag("terminal", false));
        json.done(definition);
        check(definition);
        return definition;
    }

    private static Column column(JsonObject json) {
        ColumnType type = constant(ColumnType.class, json.text("type"), "type");
        boolean long_ = type == ColumnType.LONGTEXT;
        boolean searchable = switch (type) {
        case TEXT, CHOICE, PERSON, INTEGER, BOOLEAN, DATE -> true;
        default -> false;
        };
        boolean secret = json.flag("secret", false);
        return json.done(new Column(json.text("name"), json.label("label"), json.optionalLabel("help"), type,
                json.flag("required", false), json.flag("printed", false), json.texts("values"),
                json.optionalText("setBy"), constant(Fill.class, json.textOr("fill", "none"), "fill"),
                json.flag("personal", false), json.flag("searchable", searchable && !secret), secret,
                json.integerOr("maxLength", long_ ? 4000 : 200), json.flag("retired", false),
                json.optionalText("clause")));
    }

    private static Action action(JsonObject json) {
        return json.done(new Action(json.text("name"), json.label("label"), new LinkedHashSet<>(json.texts("from")),
                json.optionalText("to"), roles(json, "roles"), roles(json, "own"), json.texts("fields"),
                json.texts("covers")));
    }

    private static Section section(JsonObject json) {
        return json.done(new Section(json.text("column"), json.text("value"), json.label("title"),
                json.optionalLabel("lead"), json.texts("columns")));
    }

    private static EntryGrant grant(JsonObject json) {
        return json.done(new EntryGrant(constant(Role.class, json.text("role"), "grants.role"), json.text("person"),
                json.text("from"), json.optionalText("until"), new LinkedHashSet<>(json.texts("states"))));
    }

    private static Set<Role> roles(JsonObject json, String member) {
        Set<Role> roles = new HashSet<>();
        json.texts(member).forEach(name -> roles.add(constant(Role.class, name, member)));
        return roles;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String member) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(member + ": unknown value '" + name + "'", e);
        }
    }

    private static void check(Definition d) {
        require(LEDGER.matcher(d.id()).matches(), "id: '" + d.id() + "' is not module.name");
        require(d.id().startsWith(d.module() + "."), "id: '" + d.id() + "' is not of module '" + d.module() + "'");
        require(d.columns().size() <= MOST_COLUMNS, "columns: more than " + MOST_COLUMNS);
        names(d.columns(), Column::name, "column");
        names(d.states(), State::name, "state");
        names(d.actions(), Action::name, "action");
        require(d.action(Ledger.ENTER).isPresent(), "actions: 'enter' is missing");
        require(d.action(Ledger.ENTER).map(Action::to).isPresent(), "action enter: 'to' is missing");
        require(d.action(Ledger.ERASE).isEmpty(), "actions: 'erase' is given by the member erase");
        if (d.periodField() != null) {
            ColumnType type = d.column(d.periodField()).map(Column::type).orElse(null);
            require(type == ColumnType.DATE || type == ColumnType.DATETIME, "periodField: no date column of that name");
        }
        for (Section section : d.sections()) {
            require(d.column(section.column()).filter(c -> c.values().contains(section.value())).isPresent(),
                    "sections: column '" + section.column() + "' has no value '" + section.value() + "'");
            require(!section.columns().isEmpty(), "section " + section.value() + ": 'columns' is missing");
            section.columns().forEach(name -> require(d.column(name).filter(Column::printed).isPresent(),
                    "section " + section.value() + ": column '" + name + "' is missing or not printed"));
        }
        require(d.hiddenFrom() == null
                || d.column(d.hiddenFrom()).filter(c -> c.type() == ColumnType.PERSON && !c.secret()).isPresent(),
                "hiddenFrom: no person column of that name");
        d.grants().forEach(grant -> check(d, grant));
        d.printed().forEach(state -> requireState(d, state, "printed"));
        for (Action action : d.actions()) {
            action.from().forEach(state -> requireState(d, state, action.name()));
            if (action.to() != null) {
                requireState(d, action.to(), action.name());
            }
            for (String field : action.fields()) {
                require(d.column(field).filter(c -> c.setBy() != null).isPresent(),
                        "action " + action.name() + ": column '" + field + "' is missing or not set by an action");
            }
            action.covers().forEach(c -> require(d.column(c).isPresent(), action.name() + ": no column '" + c + "'"));
        }
        for (Column column : d.columns()) {
            require(column.type() == ColumnType.CHOICE != column.values().isEmpty(),
                    "column " + column.name() + ": values belong to a choice, and a choice needs them");
            require(column.setBy() == null || d.action(column.setBy()).isPresent(),
                    "column " + column.name() + ": no action '" + column.setBy() + "'");
            require(column.fill() != Fill.LATE || column.type() == ColumnType.BOOLEAN && d.periodField() != null,
                    "column " + column.name() + ": late is a boolean, and needs a periodField");
        }
    }

    /** Only a handler comes from a register (8-1(1)): a definition must not be able to make a manager. */
    private static void check(Definition d, EntryGrant grant) {
        require(grant.role() == Role.HANDLER, "grants: role '" + grant.role().id() + "' does not follow from entries");
        require(d.column(grant.person()).filter(c -> c.type() == ColumnType.PERSON && c.searchable() && !c.retired())
                .isPresent(), "grants: '" + grant.person() + "' is no searchable person column in use");
        for (String date : grant.until() == null ? List.of(grant.from()) : List.of(grant.from(), grant.until())) {
            require(d.column(date).filter(c -> c.type() == ColumnType.DATE && !c.secret()).isPresent(),
                    "grants: '" + date + "' is no date column");
        }
        require(!grant.from().equals(grant.until()), "grants: 'from' and 'until' are the same column");
        grant.states().forEach(state -> requireState(d, state, "grants"));
    }

    private static void requireState(Definition d, String state, String where) {
        require(d.state(state).isPresent(), where + ": no state '" + state + "'");
    }

    private static <T> void names(List<T> items, Function<T, String> name, String what) {
        List<String> seen = new ArrayList<>();
        for (T item : items) {
            String n = name.apply(item);
            require(NAME.matcher(n).matches(), what + " '" + n + "': not a name");
            require(!seen.contains(n), what + " '" + n + "': twice");
            seen.add(n);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Tells what keeps a definition from following another: columns are added or retired, never removed, retyped or
     * no longer secret; states are added.
     *
     * @param before the definition before
     * @param after  the definition that is to follow
     * @return the obstacle, or {@code null} where there is none
     */
    public static String obstacle(Definition before, Definition after) {
        if (after.revision() <= before.revision()) {
            return "revision " + after.revision() + " does not count up from " + before.revision();
        }
        for (Column column : before.columns()) {
            Column kept = after.column(column.name()).orElse(null);
            if (kept == null || kept.type() != column.type()) {
                return "column " + column.name() + " was removed or retyped; retire it instead";
            }
            if (column.secret() && !kept.secret()) {
                return "column " + column.name() + " was secret, and what it holds has to stay so";
            }
        }
        for (State state : before.states()) {
            if (after.state(state.name()).isEmpty()) {
                return "state " + state.name() + " was removed, and entries may be in it";
            }
        }
        return null;
    }

    /** Returns the labels of a definition's JSON; used by {@link JsonObject}. */
    static Text label(Map<String, Object> json, String where) {
        Object ja = json.get("ja");
        Object en = json.get("en");
        if (ja instanceof String a && en instanceof String b && json.size() == 2) {
            return new Text(a, b);
        }
        throw new IllegalArgumentException(where + ": needs ja and en");
    }
}
