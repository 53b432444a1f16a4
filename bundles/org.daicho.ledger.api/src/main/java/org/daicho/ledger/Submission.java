package org.daicho.ledger;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a caller hands in to be written.
 *
 * @param fields         the values as JSON has them; a person may be given as account name, person id, or as it is
 *                       read; never {@code null}; a {@code null} value is an empty column
 * @param reason         why; required for a correction, else {@code null}
 * @param confirmations  reasons by the confirmation code of a violation; never {@code null}
 * @param idempotencyKey makes a repeat within 24 hours by the same account answer as the first did; or {@code null}
 */
public record Submission(Map<String, Object> fields, String reason, Map<String, String> confirmations,
        String idempotencyKey) {

    public Submission {
        fields = Collections.unmodifiableMap(new HashMap<>(fields));
        confirmations = Map.copyOf(confirmations);
    }
}
