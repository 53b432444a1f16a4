package org.daicho.itest.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The steps of one ledger, as the document tells them: which states they start from and lead to.
 */
final class Steps {

    private static final String BODY = "/requestBody/content/application~1json";

    /**
     * A step.
     *
     * @param name    its name: {@code enter}, {@code correct}, {@code erase}, or the action's
     * @param path    its address
     * @param method  its method
     * @param from    the states that it starts from; empty for the one that makes an entry
     * @param to      the state that it leads to, or {@code null} where the state stays
     * @param body    the example of its body
     * @param columns the schemas of the columns that it takes
     */
    record Step(String name, String path, String method, List<String> from, String to, JsonNode body,
            JsonNode columns) {

        /** Returns the ledger's id. */
        String ledger() {
            return path.split("/")[3];
        }

        boolean enters() {
            return method.equals("post") && path.endsWith("/entries");
        }
    }

    private final List<Step> all = new ArrayList<>();

    /** Finds the steps of a ledger. */
    Steps(JsonNode document, String ledger) {
        document.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            if (path.getKey().startsWith("/api/ledgers/" + ledger + "/entries") && operation.getValue().has(
                    "requestBody")) {
                all.add(step(document, path.getKey(), operation.getKey(), operation.getValue()));
            }
        }));
    }

    private static Step step(JsonNode document, String path, String method, JsonNode operation) {
        List<String> from = new ArrayList<>();
        operation.path("x-daicho-from").forEach(state -> from.add(state.textValue()));
        String reference = operation.at(BODY + "/schema/$ref").textValue();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = switch (last) {
        case "entries" -> "enter";
        case "{entry}" -> "correct";
        case "erasure" -> "erase";
        default -> last;
        };
        return new Step(name, path, method, from, operation.path("x-daicho-to").textValue(), operation.at(BODY
                + "/example"), document.at(reference.substring(1) + "/properties/fields/properties"));
    }

    List<Step> all() {
        return all;
    }

    /** Finds a step by its name. */
    Step named(String name) {
        return all.stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
    }

    /** Finds the shortest way to a state that a step starts from: the steps before it, the first of which enters. */
    List<Step> before(Step wanted) {
        Map<String, List<Step>> ways = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        Step enter = named("enter");
        ways.put(enter.to(), List.of(enter));
        open.add(enter.to());
        while (!open.isEmpty()) {
            String state = open.poll();
            if (wanted.from().isEmpty() || wanted.from().contains(state)) {
                return ways.get(state);
            }
            for (Step step : all) {
                if (step.to() != null && step.from().contains(state) && !ways.containsKey(step.to())) {
                    List<Step> way = new ArrayList<>(ways.get(state));
                    way.add(step);
                    ways.put(step.to(), way);
                    open.add(step.to());
                }
            }
        }
        throw new AssertionError("no way leads to " + wanted.from() + " for " + wanted.path());
    }
}
