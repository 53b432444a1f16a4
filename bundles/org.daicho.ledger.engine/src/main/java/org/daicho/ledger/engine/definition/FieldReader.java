package org.daicho.ledger.engine.definition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Intake;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Violation;

/**
 * Makes the fields of an entry to be out of what a caller hands in: each column by the one action that may set it, with
 * the right type, filled where the definition asks for it. One use, one thread.
 */
final class FieldReader {

    /** The length of the day with which a date and a datetime begin. */
    private static final int DAY = 10;

    private final Definition definition;
    private final Action action;
    private final Caller caller;
    private final OffsetDateTime now;
    private final Values values;
    private final List<Violation> violations;

    FieldReader(Definition definition, Action action, Caller caller, OffsetDateTime now, Values values,
            List<Violation> violations) {
        this.definition = definition;
        this.action = action;
        this.caller = caller;
        this.now = now;
        this.values = values;
        this.violations = violations;
    }

    /** Reads what was handed in for an entry that held {@code before}. */
    Fields read(Map<String, Object> submitted, Fields before) {
        for (String name : submitted.keySet()) {
            if (definition.column(name).filter(this::isVisible).isEmpty()) {
                // A name that holds a My Number is not said again.
                violations.add(new Violation(MyNumberGuard.finds(name) ? null : name, null,
                        Messages.text("field.unknown")));
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : definition.columns()) {
            Object old = before.values().get(column.name());
            Object value = column(column, submitted, old);
            if (value != null) {
                fields.put(column.name(), value);
            }
        }
        definition.columns().stream().filter(c -> c.fill() == Fill.LATE)
                .forEach(c -> fields.compute(c.name(), (name, old) -> isLate(fields, before, old) ? true : null));
        return new Fields(fields);
    }

    /** An entry whose day stays as it was is as late as it was. */
    private boolean isLate(Map<String, Object> fields, Fields before, Object old) {
        String day = (String) fields.get(definition.periodField());
        if (day == null || day.equals(before.values().get(definition.periodField()))) {
            return old != null;
        }
        return LocalDate.parse(day.substring(0, DAY)).isBefore(now.toLocalDate());
    }

    private Object column(Column column, Map<String, Object> submitted, Object old) {
        String name = column.name();
        Intake intake = inModule() ? action.ownIntake(column) : action.intake(column);
        if (!intake.isWritten()) {
            Object given = submitted.get(name);
            boolean unchanged = intake == Intake.UNCHANGED && isUnchanged(column, given, old);
            if (given != null && !unchanged && isVisible(column)) {
                violations.add(new Violation(name, null, notHere(column)));
            }
            return old;
        }
        Values.Result result = values.read(column, submitted.get(name), old);
        if (result.wrong() != null) {
            violations.add(new Violation(name, column.clause(), result.wrong()));
            return old;
        }
        Object value = result.value() == null ? filled(column, old) : result.value();
        if (value == null && intake == Intake.REQUIRED) {
            violations.add(new Violation(name, column.clause(), Messages.text("field.required", column.label().ja(),
                    column.label().en())));
        }
        if (column.fill() == Fill.CALLER && value != null && !Objects.equals(value, old)
                && !caller.person().id().equals(((Map<?, ?>) value).get("id"))) {
            violations.add(new Violation(name, null, Messages.text("field.caller", column.label().ja(),
                    column.label().en())));
        }
        return value;
    }

    private boolean isVisible(Column column) {
        return !column.secret() || inModule();
    }

    private boolean inModule() {
        return definition.module().equals(caller.module());
    }

    private boolean isUnchanged(Column column, Object value, Object old) {
        return old != null && Objects.equals(values.read(column, value, old).value(), old);
    }

    private org.daicho.ledger.value.Text notHere(Column column) {
        if (column.fill() == Fill.NUMBER || column.fill() == Fill.FISCAL_NUMBER) {
            return Messages.text("field.number");
        }
        if (column.fill() == Fill.LATE) {
            return Messages.text("field.late");
        }
        if (column.setBy() == null) {
            return Messages.text("field.correct");
        }
        return definition.action(column.setBy())
                .map(a -> Messages.text("field.setBy", a.label().ja(), a.label().en())).orElseThrow();
    }

    private Object filled(Column column, Object old) {
        if (old != null && action.corrects() && column.fill() != Fill.NONE) {
            return old;
        }
        return switch (column.fill()) {
        case CALLER, DEFAULT_CALLER -> Values.person(caller.person());
        case TODAY -> now.toLocalDate().toString();
        case NOW -> Values.dateTime(now.withNano(0));
        default -> null;
        };
    }
}
