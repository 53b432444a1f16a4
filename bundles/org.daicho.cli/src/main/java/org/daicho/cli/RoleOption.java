package org.daicho.cli;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/**
 * One role to grant: {@code --role}, and what belongs to it behind it.
 */
final class RoleOption {

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "daicho.role")
    private String role;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "daicho.role.from")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "daicho.role.to")
    private LocalDate to;

    @Option(names = "--scope", paramLabel = "ID", split = ",", descriptionKey = "daicho.role.scope")
    private List<String> scope;

    /** Returns roles as the REST API takes them. */
    static ArrayNode toJson(List<RoleOption> roles) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (RoleOption option : roles) {
            if (option.from == null && option.to == null && option.scope == null) {
                json.add(option.role);
            } else {
                json.add(option.dated());
            }
        }
        return json;
    }

    private ObjectNode dated() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("role", role);
        if (from != null) {
            json.put("from", from.toString());
        }
        if (to != null) {
            json.put("to", to.toString());
        }
        if (scope != null) {
            ArrayNode ids = json.putArray("scope");
            scope.forEach(id -> ids.add(id.strip()));
        }
        return json;
    }

    /** Describes a role as the REST API shows it, such as {@code deputy(2026-04-01..2026-09-30,media)}. */
    static String describe(JsonNode role) {
        StringBuilder more = new StringBuilder();
        if (role.hasNonNull("from") || role.hasNonNull("to")) {
            more.append(role.path("from").asText("")).append("..").append(role.path("to").asText(""));
        }
        role.path("scope").forEach(id -> more.append(more.length() == 0 ? "" : ",").append(id.asText()));
        if (role.path("state").asText().equals("requested")) {
            more.append(more.length() == 0 ? "" : ",").append("確認待ち / requested");
        }
        return role.path("role").asText() + (more.length() == 0 ? "" : "(" + more + ")");
    }
}
