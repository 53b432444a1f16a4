package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Text;

/**
 * One operation on a ledger, put together piece by piece.
 */
final class LedgerOperation {

    private static final String JSON = "application/json";

    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, Object> responses = Node.of();
    private final Map<String, Object> operation;

    /**
     * Begins an operation.
     *
     * @param definition  the ledger
     * @param name        its name after the ledger's
     * @param summary     what it does
     * @param description what else there is to say
     */
    LedgerOperation(Definition definition, String name, Text summary, Text description) {
        operation = Node.of("operationId", Names.camel(definition.id()) + "." + name, "summary", summary, "description",
                description, "tags", List.of(definition.module()), "parameters", parameters, "responses", responses);
    }

    /** Adds shared parameters. */
    LedgerOperation with(String... names) {
        for (String name : names) {
            parameters.add(Node.ref("parameters/" + name));
        }
        return this;
    }

    /** Adds a parameter of its own. */
    LedgerOperation with(Map<String, Object> parameter) {
        parameters.add(parameter);
        return this;
    }

    /** Adds any other member; {@code null} is left out. */
    LedgerOperation member(String name, Object member) {
        operation.putAll(Node.of(name, member));
        return this;
    }

    /**
     * Adds the answer of success, in JSON.
     *
     * @param status  its status
     * @param schema  its schema
     * @param headers the shared headers that it has beside the request's id
     */
    LedgerOperation answers(String status, Object schema, String... headers) {
        Map<String, Object> all = Node.of("X-Request-Id", Node.ref("headers/RequestId"));
        for (String header : headers) {
            all.put(header, Node.ref("headers/" + header));
        }
        responses.put(status, Node.of("description", Wording.of("answer"), "headers", all, "content",
                Node.content(JSON, schema)));
        return this;
    }

    /** Adds further media types of the answer of success. */
    LedgerOperation answersAlso(String status, List<String> types) {
        Map<String, Object> content = Node.child(Node.child(responses, status), "content");
        types.forEach(type -> content.putIfAbsent(type, Node.of("schema", Node.of("type", "string", "format",
                type.startsWith("text/") ? null : "binary"))));
        return this;
    }

    /** Adds shared answers. */
    LedgerOperation refuses(String... names) {
        for (String name : names) {
            responses.put(Refusals.status(name), Node.ref("responses/" + name));
        }
        return this;
    }

    /** Adds a body that has to be sent. */
    LedgerOperation takes(Object schema, Object example) {
        return member("requestBody", Node.of("required", true, "content",
                Node.of(JSON, Node.of("schema", schema, "example", example))));
    }

    /** Puts it at an address. */
    void at(Map<String, Object> paths, String path, String method, Takers takers) {
        Refusals.addTo(responses, true, operation.containsKey("requestBody"), true);
        with("AcceptLanguage");
        takers.describe(operation);
        Node.child(paths, path).put(method, operation);
    }
}
