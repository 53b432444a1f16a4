package org.daicho.rest.internal.ledgers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.form.Reference;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Role;

/**
 * Ledgers and their definitions as the contract of REST has them. Secret columns are left out.
 */
final class LedgerViews {

    private LedgerViews() {
    }

    /** Returns what a list of ledgers says of one. */
    static Map<String, Object> summary(LedgerInfo info) {
        Definition definition = info.definition();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", definition.id());
        view.put("module", definition.module());
        view.put("chapter", definition.chapter());
        view.put("state", info.active() ? "active" : "available");
        view.put("form", definition.form());
        view.put("title", definition.title());
        view.put("period", definition.period().id());
        view.put("monthlyCheck", definition.monthlyCheck());
        view.put("inspection", definition.inspection());
        view.put("roles", roles(info.roles()));
        return view;
    }

    /** Returns a ledger with its definition. */
    static Map<String, Object> detail(LedgerInfo info) {
        Definition definition = info.definition();
        Map<String, Object> view = summary(info);
        view.put("periodField", definition.periodField());
        view.put("revision", definition.revision());
        view.put("digest", info.digest());
        view.put("clauses", definition.clauses());
        view.put("columns", definition.columns().stream().filter(c -> !c.secret()).map(LedgerViews::column).toList());
        view.put("states", definition.states().stream().map(LedgerViews::state).toList());
        FieldsSchema schema = new FieldsSchema(definition);
        view.put("actions", definition.actions().stream().map(a -> action(a, definition, schema)).toList());
        view.put("printed", states(definition.printed(), definition));
        view.put("read", roles(definition.read()));
        view.put("readOwn", roles(definition.readOwn()));
        view.put("erase", roles(definition.erase()));
        view.put("closed", definition.closed());
        view.put("terminal", definition.terminal());
        view.put("schema", schema.form());
        return view;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", column.name());
        view.put("label", column.label());
        view.put("help", column.help());
        view.put("type", column.type().id());
        view.put("required", column.required());
        view.put("printed", column.printed());
        view.put("values", column.values().isEmpty() ? null : column.values());
        view.put("setBy", column.setBy());
        view.put("fill", column.fill().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        view.put("personal", column.personal());
        view.put("searchable", column.searchable());
        if (column.type() == ColumnType.TEXT || column.type() == ColumnType.LONGTEXT) {
            view.put("maxLength", column.maxLength());
        }
        view.put("retired", column.retired());
        view.put("clause", column.clause());
        column.conditions().forEach(condition -> view.put(condition.kind().member(), declared(condition)));
        if (column.refersTo() != null) {
            view.put("refersTo", reference(column.refersTo()));
        }
        if (column.registers() != null) {
            view.put("registers", column.registers());
        }
        return view;
    }

    private static Object declared(Condition condition) {
        return switch (condition.kind()) {
        case MIN, MAX -> condition.number();
        case MUST -> true;
        case REQUIRED_WHEN -> when(condition);
        default -> condition.than();
        };
    }

    private static Map<String, Object> when(Condition condition) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("column", condition.than());
        view.put("is", condition.among().isEmpty() ? null : condition.among());
        return view;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("ledger", reference.ledger());
        view.put("by", reference.by());
        view.put("detail", reference.detail());
        view.put("states", reference.states().stream().sorted().toList());
        return view;
    }

    private static Map<String, Object> state(State state) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", state.name());
        view.put("label", state.label());
        return view;
    }

    private static Map<String, Object> action(Action action, Definition definition, FieldsSchema schema) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", action.name());
        view.put("label", action.label());
        view.put("from", states(action.from(), definition));
        view.put("to", action.to());
        view.put("roles", roles(action.roles()));
        view.put("own", roles(action.own()));
        view.put("fields", action.fields());
        view.put("covers", action.covers());
        view.put("schema", schema.body(action));
        return view;
    }

    /** Sets have no order of their own; an answer that changes without cause would confuse. */
    private static List<String> states(Set<String> names, Definition definition) {
        List<String> ordered = new ArrayList<>(definition.states().stream().map(State::name).toList());
        ordered.retainAll(names);
        return ordered;
    }

    private static List<Role> roles(Set<Role> roles) {
        return roles.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
