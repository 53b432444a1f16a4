package org.daicho.ledger.sheet;

import java.util.List;
import java.util.Map;

/**
 * What the manager hands in to sign a check.
 *
 * @param remarks      what was found; may be empty
 * @param explanations the explanation of each gap, by its id
 * @param improvements what is to be improved
 */
public record CheckSubmission(String remarks, Map<String, String> explanations, List<Improvement> improvements) {

    public CheckSubmission {
        explanations = Map.copyOf(explanations);
        improvements = List.copyOf(improvements);
    }
}
