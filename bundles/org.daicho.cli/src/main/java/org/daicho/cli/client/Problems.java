package org.daicho.cli.client;

import java.io.IOException;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Puts an {@code application/problem+json} (RFC 9457) with its violations into one line.
 */
final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {
    }

    /**
     * Describes a refusal.
     *
     * @param status the answer's status
     * @param body   its body
     * @return one line
     */
    static String describe(int status, byte[] body) {
        JsonNode problem = parse(body);
        String detail = problem.path("detail").asText(problem.path("title").asText("HTTP " + status));
        StringJoiner violations = new StringJoiner("; ");
        for (JsonNode violation : problem.path("violations")) {
            String field = violation.path("field").asText("");
            String clause = violation.path("clause").asText("");
            violations.add((field.isEmpty() ? "" : field + ": ") + violation.path("message").asText("")
                    + (clause.isEmpty() ? "" : " (" + clause + ")"));
        }
        return violations.length() == 0 ? detail : detail + " " + violations;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
