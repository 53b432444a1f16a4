package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Entries of any ledger over REST: short ways to write them, to act on them, and to say what is refused or due.
 */
final class Entries {

    private Entries() {
    }

    /** Returns the address of a ledger's entries. */
    static String of(String ledger) {
        return "/api/ledgers/" + ledger + "/entries";
    }

    /** Returns an entry's id. */
    static String id(JsonNode entry) {
        return entry.get("id").textValue();
    }

    /** Returns the address of an entry. */
    static String address(JsonNode entry) {
        return of(entry.get("ledger").textValue()) + "/" + id(entry);
    }

    /** Asks to write an entry. */
    static Answer enter(Api by, String ledger, Map<String, ?> fields) {
        return by.post(of(ledger), Map.of("fields", fields));
    }

    /** Asks to write an entry, with a reason for each confirmation. */
    static Answer insist(Api by, String ledger, Map<String, ?> fields, String... codes) {
        return by.post(of(ledger), Map.of("fields", fields, "confirmations", reasons(codes)));
    }

    /** Writes an entry. */
    static JsonNode entered(Api by, String ledger, Map<String, ?> fields) {
        return enter(by, ledger, fields).expect(201).json();
    }

    /** Asks to take a step on an entry. */
    static Answer act(Api by, JsonNode entry, String action, Map<String, ?> fields) {
        return by.post(address(entry) + "/actions/" + action, Map.of("fields", fields));
    }

    /** Asks to take a step on an entry, with a reason for each confirmation. */
    static Answer insist(Api by, JsonNode entry, String action, Map<String, ?> fields, String... codes) {
        return by.post(address(entry) + "/actions/" + action,
                Map.of("fields", fields, "confirmations", reasons(codes)));
    }

    private static Map<String, String> reasons(String... codes) {
        return Set.of(codes).stream().collect(Collectors.toMap(code -> code, code -> "小さな事務局のため"));
    }

    /** Takes a step on an entry. */
    static JsonNode acted(Api by, JsonNode entry, String action, Map<String, ?> fields) {
        return act(by, entry, action, fields).expect(200).json();
    }

    /** Returns the fields with others, names and values in turn. */
    static Map<String, Object> with(Map<String, ?> fields, Object... others) {
        Map<String, Object> all = new HashMap<>(fields);
        for (int i = 0; i < others.length; i += 2) {
            all.put((String) others[i], others[i + 1]);
        }
        return all;
    }

    /** Returns the rules that were broken, each {@code field clause}; fails where none was. */
    static Set<String> broken(Answer answer) {
        return violations(answer).stream()
                .map(v -> v.get("field").asText() + " " + v.get("clause").textValue()).collect(Collectors.toSet());
    }

    /** Returns the codes under which a refusal may be passed. */
    static Set<String> confirmable(Answer answer) {
        return violations(answer).stream().map(v -> v.get("confirm")).filter(code -> !code.isNull())
                .map(JsonNode::textValue).collect(Collectors.toSet());
    }

    private static List<JsonNode> violations(Answer answer) {
        return list(answer.expect(422).json().get("violations"));
    }

    /** Returns what is in an array. */
    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Fails unless a rule of a clause refuses a field with a sentence that says this; returns the violation. */
    static JsonNode refused(Answer answer, String field, String clause, String sentence) {
        JsonNode violation = violations(answer).stream()
                .filter(v -> field.equals(v.get("field").textValue()) && clause.equals(v.get("clause").textValue()))
                .filter(v -> v.get("message").textValue().contains(sentence)).findFirst()
                .orElseThrow(() -> new AssertionError(field + " " + clause + " " + sentence + ": " + answer));
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        return violation;
    }

    /** Fails unless a call is refused for want of a right, with a sentence that says this. */
    static void forbidden(Answer answer, String sentence) {
        String detail = answer.expect(403).json().get("detail").textValue();
        assertTrue(detail.contains(sentence), detail);
    }

    /** Fails unless something is due under a clause, with a sentence that says this; returns the duty. */
    static JsonNode due(Api to, String key, String clause, String sentence) {
        JsonNode duty = duty(to, key).orElseThrow(() -> new AssertionError(key + " is not due"));
        assertEquals(clause, duty.get("clause").textValue());
        assertTrue(duty.get("title").textValue().contains(sentence), duty::toString);
        return duty;
    }

    /** Finds what is due by the beginning of its key. */
    static Optional<JsonNode> duty(Api to, String key) {
        return duties(to).stream().filter(d -> d.get("key").textValue().startsWith(key)).findFirst();
    }

    /** Returns what is due. */
    static List<JsonNode> duties(Api to) {
        return list(to.get("/api/duties").expect(200).json());
    }

    /** Returns a sheet as its CSV. */
    static String csv(Api by, String ledger, Object period) {
        return by.get("/api/ledgers/" + ledger + "/sheets/" + period + ".csv").expect(200).text();
    }
}
