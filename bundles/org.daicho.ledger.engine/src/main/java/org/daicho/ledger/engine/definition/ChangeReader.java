package org.daicho.ledger.engine.definition;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * Makes the change to be out of what a caller hands in, by the definition alone. One use, one thread.
 */
public final class ChangeReader {

    private final Definition definition;
    private final Action action;
    private final Caller caller;
    private final OffsetDateTime now;
    private final Values values;
    private final List<Violation> violations;

    /**
     * Makes a reader.
     *
     * @param newcomers  takes the names of persons whom entering registers
     * @param violations where what is wrong goes
     */
    public ChangeReader(Definition definition, Action action, Caller caller, OffsetDateTime now,
            Function<String, Optional<Person>> persons, Newcomers newcomers, List<Violation> violations) {
        this.definition = definition;
        this.action = action;
        this.caller = caller;
        this.now = now;
        this.values = action.enters() ? new Values(persons, newcomers::take) : new Values(persons);
        this.violations = violations;
    }

    /** Reads a submission for an entry with a history, or for a new one that is to have the id. */
    public Change read(String id, Role as, List<Entry> history, Submission submission) {
        Entry before = history.isEmpty() ? null : history.get(history.size() - 1);
        Fields old = before == null ? new Fields(Map.of()) : before.fields();
        Fields fields = new FieldReader(definition, action, caller, now, values, violations)
                .read(submission.fields(), old);
        String state = action.to() == null ? before.state() : action.to();
        checkReasons(submission);
        if (action.corrects()) {
            Action undone = undone(history, old, fields);
            if (undone != null) {
                state = definition.states().stream().map(s -> s.name()).filter(undone.from()::contains).findFirst()
                        .orElseThrow();
                fields = without(fields, undone);
            }
        }
        return new Change(id, definition, action.name(), caller, as, now.toLocalDate(), history, state, fields,
                submission.reason());
    }

    private void checkReasons(Submission submission) {
        String reason = submission.reason();
        if (action.corrects() && (reason == null || reason.isBlank())) {
            violations.add(new Violation("reason", null, Messages.text("reason.required")));
        } else if (reason != null && isLong(reason)) {
            violations.add(new Violation("reason", null, Messages.text("reason.length")));
        }
        if (submission.confirmations().values().stream().anyMatch(ChangeReader::isLong)) {
            violations.add(new Violation("confirmations", null, Messages.text("reason.length")));
        }
    }

    private static boolean isLong(String reason) {
        return reason.codePointCount(0, reason.length()) > FieldsSchema.LONGEST_REASON;
    }

    /** Finds the action that had vouched for what a correction changes. */
    private Action undone(List<Entry> history, Fields old, Fields fields) {
        for (Action vouching : definition.actions()) {
            boolean changed = vouching.covers().stream()
                    .anyMatch(c -> !Objects.equals(old.values().get(c), fields.values().get(c)));
            if (changed && isTaken(vouching, history)) {
                return vouching;
            }
        }
        return null;
    }

    private static boolean isTaken(Action vouching, List<Entry> history) {
        for (int i = history.size() - 1; i >= 0 && !vouching.from().contains(history.get(i).state()); i--) {
            if (vouching.name().equals(history.get(i).action())) {
                return true;
            }
        }
        return false;
    }

    private Fields without(Fields fields, Action undone) {
        Map<String, Object> kept = new LinkedHashMap<>(fields.values());
        definition.columns().stream().filter(c -> undone.name().equals(c.setBy())).map(Column::name)
                .forEach(kept::remove);
        return new Fields(kept);
    }

    /** Holds the change against the conditions of its definition. */
    public List<Violation> conditions(Change change) {
        return new Conditions(change, now).violations();
    }

    /** Looks for My Numbers in what is new. */
    public List<Violation> guard(Change change, Submission submission) {
        List<Violation> found = new ArrayList<>();
        Fields old = change.before() == null ? new Fields(Map.of()) : change.before().fields();
        for (Column column : definition.columns()) {
            boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.LONGTEXT
                    || column.type() == ColumnType.INTEGER;
            Object value = change.fields().values().get(column.name());
            if (text && !column.secret() && value != null && !value.equals(old.values().get(column.name()))
                    && MyNumberGuard.finds(String.valueOf(value))) {
                found.add(new Violation(column.name(), null, Messages.text("guard.my-number"),
                        MyNumberGuard.CONFIRM));
            }
        }
        List<String> reasons = new ArrayList<>(submission.confirmations().values());
        if (submission.reason() != null) {
            reasons.add(submission.reason());
        }
        if (reasons.stream().anyMatch(MyNumberGuard::finds)) {
            found.add(new Violation("reason", null, Messages.text("guard.my-number")));
        }
        return found;
    }
}
