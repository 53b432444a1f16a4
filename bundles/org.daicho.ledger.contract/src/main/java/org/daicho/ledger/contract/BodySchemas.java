package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.form.Intake;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Violation;

import com.networknt.schema.JsonSchema;

/**
 * Holds what is handed to a ledger against the schemas that the system publishes of its bodies, {@code openapi.json}
 * among them: what the ledger takes fits, and what it refuses for a reason of form does not. Safe for use by many
 * threads.
 */
final class BodySchemas {

    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /**
     * Makes a call, and holds its body against the schema.
     *
     * @param definition the ledger's definition
     * @param action     the action's name
     * @param submission what is handed in
     * @param call       the call
     * @return what the call returns
     */
    Entry call(Definition definition, String action, Submission submission, Supplier<Entry> call) {
        Optional<Action> taken = definition.action(action);
        if (taken.isEmpty()) {
            return call.get();
        }
        String where = definition.id() + " " + action + " " + submission.fields();
        try {
            Entry entry = call.get();
            assertEquals(Set.of(), faults(definition, taken.get(), submission), where + ": taken against the schema");
            return entry;
        } catch (LedgerException e) {
            if (e.kind() == Kind.INVALID
                    && e.violations().stream().anyMatch(v -> isOfForm(definition, taken.get(), v))) {
                assertNotEquals(Set.of(), faults(definition, taken.get(), submission),
                        where + ": the schema allows what is refused: " + e.violations());
            }
            throw e;
        }
    }

    /** Returns what the schema of an action says against a body; nothing where it fits. */
    Set<String> faults(Definition definition, Action action, Submission submission) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fields", submission.fields());
        if (submission.reason() != null) {
            body.put("reason", submission.reason());
        }
        body.put("confirmations", submission.confirmations());
        JsonSchema schema = schemas.computeIfAbsent(
                definition.id() + " " + definition.revision() + " " + action.name(),
                key -> JsonSchemas.schema(new FieldsSchema(definition).body(action)));
        return JsonSchemas.faults(schema, body);
    }

    /** Only the moment tells who is registered, whether a correction repeats a value as it stands, and what a rule says. */
    private static boolean isOfForm(Definition definition, Action action, Violation violation) {
        Optional<Column> column = violation.field() == null ? Optional.empty() : definition.column(violation.field());
        return column.flatMap(c -> c.condition(Condition.Kind.REQUIRED_WHEN))
                .filter(c -> c.message().equals(violation.message())).isPresent()
                || violation.clause() == null && violation.confirm() == null && column
                        .filter(c -> c.type() != ColumnType.PERSON && action.intake(c) != Intake.UNCHANGED).isPresent();
    }
}
