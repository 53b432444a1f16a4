package org.daicho.ledger.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes examples of what an action takes: the columns that it needs, also for what else stands there, and those of its
 * own for which the definition has an example. Other values follow from the column: its heading, its first choice, the day.
 */
final class Examples {

    /** An account that the examples of the whole system speak of. */
    private static final String PERSON = "sato";

    private final Definition definition;
    private final String today;

    Examples(Definition definition, LocalDate today) {
        this.definition = definition;
        this.today = today.toString();
    }

    /** Returns the example of the fields that an action takes. */
    Map<String, Object> of(Action action) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : definition.columns()) {
            Intake intake = action.intake(column);
            boolean told = definition.examples().containsKey(column.name()) && intake.isWritten()
                    && (column.setBy() == null || column.setBy().equals(action.name()));
            if (told || intake == Intake.REQUIRED) {
                fields.put(column.name(), value(column));
            }
        }
        for (Column column : definition.columns()) {
            column.condition(Condition.Kind.REQUIRED_WHEN)
                    .filter(c -> action.intake(column).isWritten() && c.isFor(fields.get(c.than())))
                    .ifPresent(c -> fields.putIfAbsent(column.name(), value(column)));
        }
        return fields;
    }

    private Object value(Column column) {
        Object told = definition.examples().get(column.name());
        if (told != null && !told.equals(Condition.TODAY)) {
            return told;
        }
        return switch (column.type()) {
        case CHOICE -> column.values().get(0);
        case BOOLEAN -> true;
        case INTEGER -> column.condition(Condition.Kind.MIN).map(Condition::number).orElse(1L);
        case DATE -> today;
        case TIME -> "00:00";
        case DATETIME -> today + "T00:00:00+09:00";
        case PERSON -> PERSON;
        case CHECKS -> Map.of("1", LockState.LOCKED.id());
        case TEXT, LONGTEXT -> column.label().ja().substring(0, Math.min(column.maxLength(),
                column.label().ja().length()));
        };
    }
}
