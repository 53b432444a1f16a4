package org.daicho.itest.client;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.daicho.itest.client.Steps.Step;
import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Plays the steps of ledgers with the examples that the document gives, each by the first of the council whom the
 * document tells of it and whom no rule stops, as one who may not check their own work.
 */
final class Player {

    /** So often another day or another name is tried for an entry that only has to come before. */
    private static final int TRIES = 8;
    private static final List<String> OTHERS = List.of("okada", "tanaka", "takahashi", "kaicho", "ito", "kato");

    private final Council council;
    private final JsonNode document;
    private final Preparations preparations;
    private final Map<String, Steps> ledgers = new HashMap<>();
    private final Map<String, JsonNode> entered = new HashMap<>();

    Player(Council council) {
        this.council = council;
        document = council.document();
        preparations = new Preparations(this, council);
    }

    /** Returns the steps of a ledger. */
    Steps steps(String ledger) {
        return ledgers.computeIfAbsent(ledger, id -> new Steps(document, id));
    }

    /**
     * Plays a step with its example as it is, after what has to come before it; fails where nobody may. What was entered
     * is corrected; any other step gets an entry of its own.
     */
    void play(Step step) {
        switch (step.name()) {
        case "enter" -> entry(step.ledger());
        case "correct" -> entered.put(step.ledger(), play(step, entry(step.ledger())));
        default -> {
            JsonNode entry = preparations.found(step);
            if (entry == null) {
                for (Step before : steps(step.ledger()).before(step)) {
                    entry = prepare(before, entry);
                }
            }
            play(step, entry);
        }
        }
    }

    private JsonNode play(Step step, JsonNode entry) {
        return take(step, entry, preparations.body(step, entry));
    }

    /** Returns the entry that the example of a ledger makes. */
    JsonNode entry(String ledger) {
        JsonNode known = entered.get(ledger);
        if (known == null) {
            known = play(steps(ledger).named("enter"), null);
            entered.put(ledger, known);
        }
        return known;
    }

    /** Takes a step that has to come before another; where the example is there already, it is varied. */
    JsonNode prepare(Step step, JsonNode entry) {
        return prepare(step, entry, Map.of());
    }

    /** Does the same with other values in some columns. */
    JsonNode prepare(Step step, JsonNode entry, Map<String, String> others) {
        ObjectNode body = preparations.body(step, entry);
        others.forEach(((ObjectNode) body.get("fields"))::put);
        for (int i = 1;; i++) {
            try {
                return take(step, entry, body);
            } catch (Refusal refusal) {
                if (i == TRIES || !vary(step, body, refusal.violations, i)) {
                    throw refusal;
                }
            }
        }
    }

    private static boolean vary(Step step, ObjectNode body, JsonNode violations, int times) {
        ObjectNode fields = (ObjectNode) body.get("fields");
        boolean varied = false;
        for (JsonNode violation : violations) {
            String field = violation.path("field").asText();
            String value = fields.path(field).asText();
            String schema = step.columns().path(field).toString();
            if (schema.contains("\"enum\"") || schema.contains("\"boolean\"")
                    || !fields.has(field) && !schema.contains("\"format\":\"date\"")) {
                continue;
            }
            varied = true;
            if (fields.path(field).isInt()) {
                fields.put(field, fields.get(field).intValue() + times);
            } else if (schema.contains("\"format\":\"date\"")) {
                fields.put(field, LocalDate.now().minusDays(times).toString());
            } else if (value.matches("\\d{4}-\\d\\d")) {
                fields.put(field, YearMonth.parse(value).minusMonths(times).toString());
            } else if (value.equals("sato") || OTHERS.contains(value)) {
                fields.put(field, OTHERS.get(times % OTHERS.size()));
            } else {
                fields.put(field, value.replaceFirst(" \\d+$", "") + " " + times);
            }
        }
        return varied;
    }

    private JsonNode take(Step step, JsonNode entry, ObjectNode body) {
        List<String> refusals = new ArrayList<>();
        JsonNode violations = MissingNode.getInstance();
        String path = entry == null ? step.path() : step.path().replace("{entry}", entry.get("id").textValue());
        for (String account : council.toldOf(step.path(), step.method())) {
            Answer answer = step.method().equals("put")
                    ? council.as(account).put(path, body, "If-Match", "\"v" + entry.get("version") + "\"")
                    : council.as(account).send(step.method().toUpperCase(Locale.ROOT), path, body);
            if (answer.status() < 300) {
                return answer.json();
            }
            refusals.add(account + " " + answer.text());
            violations = answer.status() == 422 ? answer.json().get("violations") : violations;
        }
        throw new Refusal(step.path() + " " + body + "\n  " + String.join("\n  ", refusals), violations);
    }

    /** Nobody's example was taken. */
    private static final class Refusal extends AssertionError {

        private static final long serialVersionUID = 1L;

        private final transient JsonNode violations;

        Refusal(String message, JsonNode violations) {
            super(message);
            this.violations = violations;
        }
    }
}
