package org.daicho.ledger.form;

import static org.daicho.ledger.form.Coherence.require;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.daicho.ledger.form.Condition.Kind;

/**
 * Checks that a column fits its type and the columns and actions that it names.
 */
final class ColumnCoherence {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** The length of an entry's id: 16 bytes in base64url. */
    private static final int ID_LENGTH = 22;

    private final Definition definition;
    private final Column column;

    private ColumnCoherence(Definition definition, Column column) {
        this.definition = definition;
        this.column = column;
    }

    static void check(Definition definition, Column column) {
        ColumnCoherence coherence = new ColumnCoherence(definition, column);
        coherence.form();
        coherence.reference();
        column.conditions().forEach(coherence::condition);
        coherence.bounds();
    }

    private void form() {
        check(column.type() == ColumnType.CHOICE != column.values().isEmpty(),
                "values belong to a choice, and a choice needs them");
        check(column.maxLength() >= 1, "'maxLength' is less than 1");
        check(column.setBy() == null || definition.action(column.setBy()).isPresent(),
                "no action '" + column.setBy() + "'");
        check(column.fill() != Fill.LATE || column.type() == ColumnType.BOOLEAN && definition.periodField() != null,
                "late is a boolean, and needs a periodField");
        check(!column.offered() || !column.secret(), "a secret column is not offered");
        check(column.registers() == null || column.type() == ColumnType.PERSON, "only a person is registered");
        check(column.registers() == null || Coherence.LEDGER.matcher(column.registers()).matches(),
                "registers: '" + column.registers() + "' is not module.name");
    }

    private void reference() {
        Reference reference = column.refersTo();
        if (reference != null) {
            check(column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER,
                    "only a text or a number refers to a ledger");
            check(column.type() == ColumnType.INTEGER || column.maxLength() >= ID_LENGTH,
                    "refersTo: 'maxLength' has no room for an id, which has " + ID_LENGTH + " characters");
            check(Coherence.LEDGER.matcher(reference.ledger()).matches(),
                    "refersTo: '" + reference.ledger() + "' is not module.name");
        }
    }

    private void condition(Condition condition) {
        ColumnType type = column.type();
        boolean fits = switch (condition.kind()) {
        case MIN, MAX -> type == ColumnType.INTEGER;
        case MUST -> type == ColumnType.BOOLEAN;
        case OTHER -> type == ColumnType.PERSON && compared(condition).type() == ColumnType.PERSON;
        case REQUIRED_WHEN -> isAnswered(compared(condition), condition);
        case NOT_AFTER, NOT_BEFORE -> condition.isOfMoment()
                ? isDay(type) && (type == ColumnType.DATETIME || !condition.than().equals(Condition.NOW))
                : isDay(type) && isDay(compared(condition).type())
                        || type == ColumnType.TIME && compared(condition).type() == ColumnType.TIME;
        };
        check(fits, "'" + condition.kind().member() + "' does not fit the type");
        check(condition.kind() != Kind.REQUIRED_WHEN || isLeftToTheBody(compared(condition)),
                "'requiredWhen' is of columns in use that nothing fills, and that the same actions set");
        check(condition.confirm() == null || CODE.matcher(condition.confirm()).matches(),
                "'" + condition.confirm() + "' is no confirmation code");
        check(condition.confirm() != null || condition.confirmedBy().isEmpty(), "'confirmedBy' needs 'confirm'");
    }

    private Column compared(Condition condition) {
        Column other = definition.column(condition.than()).filter(c -> !c.name().equals(column.name())).orElse(null);
        check(other != null, condition.kind().member() + ": no other column '" + condition.than() + "'");
        check(column.secret() || !other.secret(),
                condition.kind().member() + ": '" + condition.than() + "' is secret, and would be told");
        return other;
    }

    /** Each value that decides is one that the other column can hold. */
    private static boolean isAnswered(Column other, Condition condition) {
        return condition.among().stream().allMatch(value -> value instanceof Boolean
                ? other.type() == ColumnType.BOOLEAN
                : other.values().contains(value));
    }

    /** What is handed in tells by itself whether the column is needed. */
    private boolean isLeftToTheBody(Column other) {
        return !column.required()
                && Stream.of(column, other).noneMatch(c -> c.retired() || c.fill() != Fill.NONE)
                && definition.actions().stream()
                        .allMatch(a -> !a.ownIntake(column).isWritten() || a.ownIntake(other).isWritten());
    }

    private static boolean isDay(ColumnType type) {
        return type == ColumnType.DATE || type == ColumnType.DATETIME;
    }

    private void bounds() {
        check(column.condition(Kind.MIN).map(Condition::number).orElse(Long.MIN_VALUE) <= column.condition(Kind.MAX)
                .map(Condition::number).orElse(Long.MAX_VALUE), "'min' is greater than 'max'");
    }

    private void check(boolean holds, String message) {
        require(holds, "column " + column.name() + ": " + message);
    }
}
