package org.daicho.ledger.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.daicho.ledger.value.Role;

/**
 * Checks that the parts of a definition fit each other; each check throws an {@link IllegalArgumentException} that names
 * the part.
 */
final class Coherence {

    /** {@code module.name}. */
    static final Pattern LEDGER = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final int MOST_COLUMNS = 400;

    private final Definition definition;

    private Coherence(Definition definition) {
        this.definition = definition;
    }

    static void check(Definition definition) {
        Coherence coherence = new Coherence(definition);
        coherence.names();
        coherence.layout();
        definition.actions().forEach(coherence::action);
        definition.grants().forEach(coherence::grant);
        definition.columns().forEach(column -> ColumnCoherence.check(definition, column));
    }

    private void names() {
        Definition d = definition;
        require(LEDGER.matcher(d.id()).matches(), "id: '" + d.id() + "' is not module.name");
        require(d.id().startsWith(d.module() + "."), "id: '" + d.id() + "' is not of module '" + d.module() + "'");
        require(d.revision() >= 1, "revision: less than 1");
        require(d.columns().size() <= MOST_COLUMNS, "columns: more than " + MOST_COLUMNS);
        names(d.columns(), Column::name, "column");
        names(d.states(), State::name, "state");
        names(d.actions(), Action::name, "action");
        require(d.action(Action.ENTER).isPresent(), "actions: 'enter' is missing");
        require(d.action(Action.ENTER).map(Action::to).isPresent(), "action enter: 'to' is missing");
        require(d.action(Action.ERASE).isEmpty(), "actions: 'erase' is given by the member erase");
    }

    private static <T> void names(List<T> items, Function<T, String> name, String what) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            String n = name.apply(item);
            require(NAME.matcher(n).matches(), what + " '" + n + "': not a name");
            require(seen.add(n), what + " '" + n + "': twice");
        }
    }

    private void layout() {
        Definition d = definition;
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
        d.printed().forEach(state -> requireState(state, "printed"));
        d.examples().keySet().forEach(name -> require(d.column(name).filter(c -> !c.secret()).isPresent(),
                "examples: no column '" + name + "'"));
    }

    private void action(Action action) {
        action.from().forEach(state -> requireState(state, action.name()));
        if (action.to() != null) {
            requireState(action.to(), action.name());
        }
        for (String field : action.fields()) {
            require(definition.column(field).filter(c -> c.setBy() != null).isPresent(),
                    "action " + action.name() + ": column '" + field + "' is missing or not set by an action");
        }
        action.covers()
                .forEach(c -> require(definition.column(c).isPresent(), action.name() + ": no column '" + c + "'"));
    }

    /** Only a handler comes from a register (8-1(1)): a definition must not be able to make a manager. */
    private void grant(EntryGrant grant) {
        require(grant.role() == Role.HANDLER, "grants: role '" + grant.role().id() + "' does not follow from entries");
        require(definition.column(grant.person())
                .filter(c -> c.type() == ColumnType.PERSON && c.searchable() && !c.retired()).isPresent(),
                "grants: '" + grant.person() + "' is no searchable person column in use");
        for (String date : grant.until() == null ? List.of(grant.from()) : List.of(grant.from(), grant.until())) {
            require(definition.column(date).filter(c -> c.type() == ColumnType.DATE && !c.secret()).isPresent(),
                    "grants: '" + date + "' is no date column");
        }
        require(!grant.from().equals(grant.until()), "grants: 'from' and 'until' are the same column");
        grant.states().forEach(state -> requireState(state, "grants"));
    }

    private void requireState(String state, String where) {
        require(definition.state(state).isPresent(), where + ": no state '" + state + "'");
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
