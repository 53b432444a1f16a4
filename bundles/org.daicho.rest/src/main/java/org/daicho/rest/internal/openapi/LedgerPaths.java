package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Text;

/**
 * The operations on one ledger. What its definition does not know is not there; of a ledger whose module is absent, and
 * of one that only its module's own code writes, there is just what can be read.
 */
final class LedgerPaths {

    private static final String JSON = "application/json";

    /** What these say is not a column's value, so a column of the same name can't be filtered by. */
    private static final Set<String> QUERY = Set.of("limit", "cursor", "from", "to", "q");

    private final Definition definition;
    private final LedgerSchemas schemas;
    private final boolean writes;
    private final boolean live;
    private final List<String> sheetTypes;
    private final String base;

    /**
     * Makes the operations of a ledger.
     *
     * @param info       the ledger
     * @param sheetTypes the media types that sheets can be had in, JSON first
     */
    LedgerPaths(LedgerInfo info, List<String> sheetTypes) {
        definition = info.definition();
        schemas = new LedgerSchemas(definition);
        live = info.active();
        writes = live && !definition.closed();
        this.sheetTypes = sheetTypes;
        base = "/api/ledgers/" + definition.id();
    }

    /** Adds the operations and their schemas. */
    void addTo(Map<String, Object> paths, Map<String, Object> components) {
        schemas.addTo(components, writes);
        entries(Node.child(paths, base + "/entries"));
        entry(Node.child(paths, base + "/entries/{entry}"));
        put(paths, "/entries/{entry}/versions", "get", read("versions", "versions",
                array(schemas.entry()), "parameters/entry"));
        put(paths, "/entries/{entry}/proof", "get", read("proof", "proof", Node.ref("schemas/Proof"),
                "parameters/entry", "parameters/version"));
        if (writes) {
            definition.actions().stream().filter(LedgerPaths::isStep).forEach(action -> step(paths, action));
        }
        if (live && !definition.erase().isEmpty()) {
            put(paths, "/entries/{entry}/erasure", "post", body(answers(operation("erase", "erase",
                    "parameters/entry"), "200", Node.ref("schemas/" + schemas.entry()), true, "Conflict", "Invalid"),
                    Node.ref("schemas/Erasure"), null));
        }
        sheets(paths);
        if (definition.monthlyCheck() != null || definition.inspection() != null) {
            checks(paths);
        }
    }

    private static boolean isStep(Action action) {
        return !action.name().equals(Ledger.ENTER) && !action.name().equals(Ledger.CORRECT);
    }

    private void entries(Map<String, Object> path) {
        Map<String, Object> list = read("list", "list", Node.ref("schemas/" + Names.pascal(definition.id())
                + "Page"), "parameters/limit", "parameters/cursor", "parameters/from", "parameters/to", "parameters/q");
        filters(list);
        path.put("get", list);
        definition.action(Ledger.ENTER).filter(enter -> writes).ifPresent(enter -> path.put("post",
                write("enter", "enter", enter, "201", "parameters/IdempotencyKey")));
    }

    private void entry(Map<String, Object> path) {
        path.put("get", answers(operation("get", "get", "parameters/entry"), "200",
                Node.ref("schemas/" + schemas.entry()), true));
        definition.action(Ledger.CORRECT).filter(correct -> writes).ifPresent(correct -> path.put("put",
                write("correct", "correct", correct, "200", "parameters/entry", "parameters/IfMatchRequired",
                        "parameters/IdempotencyKey")));
    }

    private void step(Map<String, Object> paths, Action action) {
        Map<String, Object> operation = write("action." + Names.camel(action.name()), null, action, "200",
                "parameters/entry", "parameters/IfMatch", "parameters/IdempotencyKey");
        operation.put("summary", action.label());
        put(paths, "/entries/{entry}/actions/" + action.name(), "post", operation);
    }

    private Map<String, Object> write(String name, String summary, Action action, String status, String... parameters) {
        Map<String, Object> operation = operation(name, summary, parameters);
        boolean enters = action.name().equals(Ledger.ENTER);
        boolean corrects = action.name().equals(Ledger.CORRECT);
        answers(operation, status, Node.ref("schemas/" + schemas.entry()), true, enters
                ? new String[]{"Conflict", "Invalid"}
                : corrects
                        ? new String[]{"Conflict", "Stale", "Invalid", "PreconditionRequired"}
                        : new String[]{"Conflict", "Stale", "Invalid"});
        if (enters) {
            Node.child(response(operation, status), "headers").put("Location", Node.ref("headers/Location"));
        }
        if (definition.terminal()) {
            List<Object> more = new ArrayList<>(parameters(operation));
            more.add(Node.ref("parameters/Terminal"));
            operation.put("parameters", more);
        }
        return body(operation, Node.ref("schemas/" + schemas.body(action)), schemas.example(action));
    }

    private void filters(Map<String, Object> list) {
        List<Object> parameters = new ArrayList<>(parameters(list));
        for (Column column : definition.columns()) {
            if (column.searchable() && !column.secret() && column.type() != ColumnType.CHECKS
                    && !QUERY.contains(column.name())) {
                parameters.add(Node.of("name", column.name(), "in", "query", "description",
                        Wording.of("filter", column.label().ja(), column.label().en()), "schema",
                        Node.of("type", "string", "enum", column.values().isEmpty() ? null : column.values())));
            }
        }
        list.put("parameters", parameters);
    }

    private void sheets(Map<String, Object> paths) {
        put(paths, "/sheets", "get", read("sheets", "sheets", array("SheetRef")));
        Map<String, Object> sheet = read("sheet", "sheet", Node.ref("schemas/Sheet"), "parameters/sheetPeriod");
        Map<String, Object> content = Node.child(response(sheet, "200"), "content");
        sheetTypes.forEach(type -> content.putIfAbsent(type, Node.of("schema", type.startsWith("text/")
                ? Node.of("type", "string")
                : Node.of("type", "string", "contentMediaType", type))));
        Node.child(sheet, "responses").put("406", Node.ref("responses/NotAcceptable"));
        put(paths, "/sheets/{period}", "get", sheet);
    }

    private void checks(Map<String, Object> paths) {
        Map<String, Object> check = Node.ref("schemas/Check");
        put(paths, "/checks/{period}", "get", read("check", "check", check, "parameters/checkPeriod"));
        put(paths, "/checks/{period}", "post", body(answers(operation("sign", "sign",
                "parameters/checkPeriod"), "200", check, false, "Conflict", "Invalid"),
                Node.ref("schemas/CheckSubmission"), Node.of("remarks", "記入漏れはありませんでした。")));
        put(paths, "/checks/{period}/improvements/{improvement}", "post", body(answers(operation(
                "completeImprovement", "improvement", "parameters/checkPeriod", "parameters/improvement"),
                "200", check, false, "Conflict", "Invalid"), Node.ref("schemas/ImprovementDone"),
                Node.of("result", "鍵を交換しました。")));
    }

    private void put(Map<String, Object> paths, String path, String method, Map<String, Object> operation) {
        Node.child(paths, base + path).put(method, operation);
    }

    private Map<String, Object> read(String name, String summary, Object schema, String... parameters) {
        return answers(operation(name, summary, parameters), "200", schema, false);
    }

    private Map<String, Object> operation(String name, String summary, String... parameters) {
        List<Object> all = new ArrayList<>();
        for (String parameter : parameters) {
            all.add(Node.ref(parameter));
        }
        all.add(Node.ref("parameters/AcceptLanguage"));
        Text title = definition.title();
        return Node.of("operationId", Names.camel(definition.id()) + "." + name, "summary", summary == null
                ? null
                : Wording.of(summary, title.ja(), title.en()), "description", description(), "tags",
                List.of(definition.module()), "parameters", all);
    }

    private Text description() {
        String clauses = String.join(", ", definition.clauses());
        String key = live ? "ledger" : "ledger-absent";
        return Wording.of(key, definition.title().ja(), definition.title().en(), clauses);
    }

    private static Map<String, Object> answers(Map<String, Object> operation, String status, Object schema,
            boolean tagged, String... refusals) {
        Map<String, Object> headers = Node.of("X-Request-Id", Node.ref("headers/RequestId"));
        if (tagged) {
            headers.put("ETag", Node.ref("headers/ETag"));
        }
        Map<String, Object> responses = Node.child(operation, "responses");
        responses.put(status, Node.of("description", Wording.of("answer"), "headers", headers, "content",
                Node.content(JSON, schema)));
        Refusals.addTo(responses, true, refusals.length > 0, true);
        for (String refusal : refusals) {
            responses.put(Refusals.status(refusal), Node.ref("responses/" + refusal));
        }
        return operation;
    }

    private static Map<String, Object> body(Map<String, Object> operation, Object schema, Object example) {
        operation.put("requestBody", Node.of("required", true, "content",
                Node.of(JSON, Node.of("schema", schema, "example", example))));
        return operation;
    }

    private static Map<String, Object> response(Map<String, Object> operation, String status) {
        return Node.child(Node.child(operation, "responses"), status);
    }

    private static List<?> parameters(Map<String, Object> operation) {
        return (List<?>) operation.get("parameters");
    }

    private static Map<String, Object> array(String schema) {
        return Node.of("type", "array", "items", Node.ref("schemas/" + schema));
    }
}
