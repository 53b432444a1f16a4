package org.daicho.ledger.engine.definition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Violation;

/**
 * Holds a change against the conditions that its definition puts on columns.
 * <p>
 * What a value fulfils by itself, and that there is one, is asked whenever the action writes the column. What depends on
 * the moment or on another column is asked when one of the two changes: what was once in order, or confirmed with a
 * reason, stays so.
 */
final class Conditions {

    private final Definition definition;
    private final Change change;
    private final Fields before;
    private final Fields after;
    private final OffsetDateTime now;

    Conditions(Change change, OffsetDateTime now) {
        this.definition = change.definition();
        this.change = change;
        this.before = change.before() == null ? new Fields(Map.of()) : change.before().fields();
        this.after = change.fields();
        this.now = now.atZoneSameInstant(LedgerClock.ZONE).toOffsetDateTime();
    }

    /** Returns what the change breaks. */
    List<Violation> violations() {
        Action action = definition.action(change.action()).orElseThrow();
        List<Violation> violations = new ArrayList<>();
        for (Column column : definition.columns()) {
            for (Condition condition : column.conditions()) {
                boolean asked = condition.kind().isOfBody()
                        ? action.ownIntake(column).isWritten()
                        : isChanged(column.name()) || !condition.isOfMoment() && isChanged(condition.than());
                boolean empty = !after.has(column.name()) && condition.kind() != Kind.REQUIRED_WHEN;
                if (asked && !empty && !isFulfilled(column, condition)) {
                    violations.add(new Violation(column.name(), condition.clause(), condition.message(),
                            confirm(condition)));
                }
            }
        }
        return violations;
    }

    private boolean isChanged(String column) {
        return !Objects.equals(before.values().get(column), after.values().get(column));
    }

    private String confirm(Condition condition) {
        return condition.confirmedBy().isEmpty() || condition.confirmedBy().contains(change.as())
                ? condition.confirm()
                : null;
    }

    private boolean isFulfilled(Column column, Condition condition) {
        return switch (condition.kind()) {
        case MIN -> after.integer(column.name()) >= condition.number();
        case MAX -> after.integer(column.name()) <= condition.number();
        case MUST -> after.isTrue(column.name());
        case OTHER -> isOther(after.person(column.name()), after.person(condition.than()));
        case REQUIRED_WHEN -> after.has(column.name()) || !condition.isFor(after.values().get(condition.than()));
        case NOT_AFTER -> compare(column, condition) <= 0;
        case NOT_BEFORE -> compare(column, condition) >= 0;
        };
    }

    private static boolean isOther(Person one, Person other) {
        return other == null || !one.isSameAs(other);
    }

    /** Compares a value with what its condition names; they are equal where that is empty. */
    private int compare(Column column, Condition condition) {
        if (condition.than().equals(Condition.TODAY)) {
            return day(column).compareTo(now.toLocalDate());
        }
        if (condition.than().equals(Condition.NOW)) {
            return after.dateTime(column.name()).compareTo(now);
        }
        Column other = definition.column(condition.than()).orElseThrow();
        if (!after.has(other.name())) {
            return 0;
        }
        if (column.type() == ColumnType.TIME) {
            return time(column).compareTo(time(other));
        }
        return column.type() == ColumnType.DATETIME && other.type() == ColumnType.DATETIME
                ? after.dateTime(column.name()).compareTo(after.dateTime(other.name()))
                : day(column).compareTo(day(other));
    }

    private LocalDate day(Column column) {
        return column.type() == ColumnType.DATE
                ? after.date(column.name())
                : after.dateTime(column.name()).atZoneSameInstant(LedgerClock.ZONE).toLocalDate();
    }

    private LocalTime time(Column column) {
        return after.time(column.name());
    }
}
