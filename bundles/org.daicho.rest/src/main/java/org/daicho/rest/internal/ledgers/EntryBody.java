package org.daicho.rest.internal.ledgers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Submission;
import org.daicho.ledger.value.Violation;
import org.daicho.rest.internal.problem.Problem;

/**
 * The body of what writes an entry.
 *
 * @param fields        the values by column; required
 * @param reason        why, for a correction; or {@code null}
 * @param confirmations reasons by confirmation code; or {@code null}
 */
public record EntryBody(Map<String, Object> fields, String reason, Map<String, String> confirmations) {

    /** Visible ASCII, as much as fits a column of the store. */
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /**
     * Makes what the ledger takes.
     *
     * @param idempotencyKey the header, or {@code null}
     * @return the submission
     */
    Submission submission(String idempotencyKey) {
        if (fields == null) {
            throw Problem.invalid("fields", "json.required", "fields");
        }
        if (idempotencyKey != null && !IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()) {
            throw Problem.malformed("header.idempotency-key");
        }
        wholeNumbers();
        Map<String, String> reasons = Bodies.strings("confirmations", confirmations);
        reasons.forEach((code, why) -> Bodies.reason("confirmations." + code, why));
        return new Submission(fields, Bodies.reason("reason", reason), reasons, idempotencyKey);
    }

    /** No column holds fractions. */
    private void wholeNumbers() {
        List<Violation> violations = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Double) {
                violations.add(new Violation(name, null, Problem.text("json.whole")));
            }
        });
        if (!violations.isEmpty()) {
            throw new LedgerException(LedgerException.Kind.INVALID, Problem.text("invalid.detail"), violations);
        }
    }
}
