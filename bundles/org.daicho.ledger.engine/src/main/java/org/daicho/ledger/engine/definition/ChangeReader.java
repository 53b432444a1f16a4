package org.daicho.ledger.engine.definition;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
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
    private final References references;
    private final List<Violation> violations;

    /**
     * Makes a reader.
     *
     * @param newcomers  takes the names of persons whom entering registers
     * @param references finds what columns refer to
     * @param violations where what is wrong goes
     */
    public ChangeReader(Definition definition, Action action, Caller caller, OffsetDateTime now,
            Function<String, Optional<Person>> persons, Newcomers newcomers, References references,
            List<Violation> violations) {
        this.definition = definition;
        this.action = action;
        this.caller = caller;
        this.now = now;
        this.values = action.enters() ? new Values(persons, newcomers::take) : new Values(persons);
        this.references = references;
        this.violations = violations;
    }

    /** What the columns of an entry hold, and what they refer to. */
    private record Content(Fields fields, Map<String, Link> links) {

        boolean isSame(String column, Content other) {
            return Objects.equals(fields.values().get(column), other.fields.values().get(column))
                    && Objects.equals(links.get(column), other.links.get(column));
        }

        Content without(Collection<String> columns) {
            Map<String, Object> values = new LinkedHashMap<>(fields.values());
            values.keySet().removeAll(columns);
            Map<String, Link> left = new HashMap<>(links);
            left.keySet().removeAll(columns);
            return new Content(new Fields(values), left);
        }
    }

    /** Reads a submission for an entry with a history, or for a new one that is to have the id. */
    public Change read(String id, Role as, List<Entry> history, Submission submission) {
        Entry before = history.isEmpty() ? null : history.get(history.size() - 1);
        Content old = before == null
                ? new Content(new Fields(Map.of()), Map.of())
                : new Content(before.fields(), before.links());
        Content content = linked(new FieldReader(definition, action, caller, now, values, violations)
                .read(submission.fields(), old.fields()), old);
        String state = action.to() == null ? before.state() : action.to();
        checkReasons(submission);
        if (action.corrects()) {
            Action undone = undone(history, old, content);
            if (undone != null) {
                state = definition.states().stream().map(s -> s.name()).filter(undone.from()::contains).findFirst()
                        .orElseThrow();
                content = content.without(definition.columns().stream().filter(c -> undone.name().equals(c.setBy()))
                        .map(Column::name).toList());
            }
        }
        return new Change(id, definition, action.name(), caller, as, now.toLocalDate(), history, state,
                content.fields(),
                content.links(), submission.reason());
    }

    /** Finds what the columns refer to; what was not changed refers to what it referred to. */
    private Content linked(Fields fields, Content old) {
        Map<String, Object> printed = new LinkedHashMap<>(fields.values());
        Map<String, Link> links = new HashMap<>(old.links());
        for (Column column : definition.columns()) {
            Object value = fields.values().get(column.name());
            if (column.refersTo() == null || Objects.equals(value, old.fields().values().get(column.name()))) {
                continue;
            }
            links.remove(column.name());
            if (value != null) {
                References.Found found = references.find(column, value);
                printed.put(column.name(), found.printed());
                if (found.link() != null) {
                    links.put(column.name(), found.link());
                }
                if (!found.choices().isEmpty()) {
                    violations.add(several(column, found.choices()));
                }
            }
        }
        return new Content(new Fields(printed), links);
    }

    private static Violation several(Column column, List<Choice> choices) {
        List<Text> words = choices.stream().map(choice -> choice.detail() == null
                ? new Text(choice.label(), choice.label())
                : Messages.text("choice.words", choice.label(), choice.detail())).toList();
        return new Violation(column.name(), column.clause(), Messages.text("field.several", Texts.list(words)), null,
                choices);
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
    private Action undone(List<Entry> history, Content old, Content content) {
        return definition.actions().stream()
                .filter(vouching -> vouching.covers().stream().anyMatch(column -> !content.isSame(column, old))
                        && isTaken(vouching, history))
                .findFirst().orElse(null);
    }

    private static boolean isTaken(Action vouching, List<Entry> history) {
        for (int i = history.size() - 1; i >= 0 && !vouching.from().contains(history.get(i).state()); i--) {
            if (vouching.name().equals(history.get(i).action())) {
                return true;
            }
        }
        return false;
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
