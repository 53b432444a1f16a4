package org.daicho.rest.internal.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * The operations on one ledger that the reader of the document may take. What its definition does not know is not there;
 * of a ledger whose module is absent there is just what can be read and checked.
 */
final class LedgerPaths {

    /** What these say is not a column's value, so a column of the same name can't be filtered by. */
    private static final Set<String> QUERY = Set.of("limit", "cursor", "from", "to", "q");

    private static final String ENTRIES = "/entries";
    private static final String ENTRY = "/entries/{entry}";
    private static final String CHECK = "/checks/{period}";

    private final Definition definition;
    private final LedgerSchemas schemas;
    private final Set<Role> reader;
    private final boolean live;
    private final List<String> sheetTypes;
    private final Map<String, Object> paths;

    /**
     * Makes the operations of a ledger.
     *
     * @param info       the ledger, with the roles that the reader has on it
     * @param sheetTypes the media types that sheets can be had in, JSON first
     * @param paths      where to add them
     */
    LedgerPaths(LedgerInfo info, List<String> sheetTypes, Map<String, Object> paths) {
        definition = info.definition();
        schemas = new LedgerSchemas(definition);
        reader = info.roles();
        live = info.active();
        this.sheetTypes = sheetTypes;
        this.paths = paths;
    }

    /** Adds the operations and their schemas. */
    void add(Map<String, Object> components) {
        schemas.addTo(components);
        Takers readers = new Takers(definition.read(), definition.readOwn());
        if (readers.allow(reader)) {
            reading(readers);
        }
        if (live) {
            definition.actions().stream().filter(action -> !isModulesOwn(action)).forEach(this::writing);
            erasing();
            choosing();
        }
        if (definition.monthlyCheck() != null || definition.inspection() != null) {
            checking();
        }
    }

    private void reading(Takers readers) {
        LedgerOperation list = named("listEntries", "list").with("limit", "cursor", "from", "to", "q");
        filters(list);
        list.answers("200", Node.ref("schemas/" + schemas.page()));
        put(ENTRIES, "get", list, readers);
        put(ENTRY, "get", named("getEntry", "get").with("entry", "IfNoneMatch").answers("200", entry(), "ETag")
                .refuses("NotModified"), readers);
        put(ENTRY + "/versions", "get", named("versions", "versions").with("entry").answers("200",
                array(schemas.entry())), readers);
        put(ENTRY + "/proof", "get", named("proof", "proof").with("entry", "version").answers("200",
                Node.ref("schemas/Proof")), readers);
        put("/sheets", "get", named("sheets", "sheets").answers("200", array("SheetRef")), readers);
        put("/sheets/{period}", "get", named("sheet", "sheet").with("sheetPeriod").answers("200",
                Node.ref("schemas/Sheet")).answersAlso("200", sheetTypes).refuses("NotAcceptable"), readers);
    }

    private void filters(LedgerOperation list) {
        for (Column column : definition.columns()) {
            if (column.searchable() && !column.secret() && column.type() != ColumnType.CHECKS
                    && !QUERY.contains(column.name())) {
                list.with(Node.of("name", column.name(), "in", "query", "description",
                        Wording.of("filter", column.label().ja(), column.label().en()), "schema",
                        Node.of("type", "string", "enum", column.values().isEmpty() ? null : column.values())));
            }
        }
    }

    /** A closed ledger is its module's to write, but for the actions that it gives to people who run nothing. */
    private boolean isModulesOwn(Action action) {
        return definition.closed() && (action.roles().isEmpty() || action.roles().contains(Role.OPERATOR));
    }

    private void writing(Action action) {
        switch (action.name()) {
        case Ledger.ENTER -> write(ENTRIES, "post", named("enter", "enter").with("IdempotencyKey").answers("201",
                entry(), "ETag", "Location"), action);
        case Ledger.CORRECT -> write(ENTRY, "put", named("correct", "correct").with("entry", "IfMatchRequired",
                "IdempotencyKey").answers("200", entry(), "ETag").refuses("Stale", "PreconditionRequired"), action);
        default -> write(ENTRY + "/actions/" + action.name(), "post",
                new LedgerOperation(definition, "action." + Names.camel(action.name()), action.label(), description())
                        .with("entry", "IfMatch", "IdempotencyKey").answers("200", entry(), "ETag").refuses("Stale"),
                action);
        }
    }

    private void write(String path, String method, LedgerOperation operation, Action action) {
        Takers takers = new Takers(action.roles(), action.own());
        if (!takers.allow(reader)) {
            return;
        }
        if (definition.terminal()) {
            operation.with("Terminal");
        }
        Text before = description();
        Text steps = schemas.steps(action);
        operation.member("description", new Text(before.ja() + "\n\n" + steps.ja(), before.en() + "\n\n" + steps.en()))
                .member("x-daicho-from", action.from().isEmpty() ? null : schemas.states(action.from()))
                .member("x-daicho-to", action.to())
                .takes(Node.ref("schemas/" + schemas.body(action)), schemas.example(action))
                .refuses("Conflict", "Invalid");
        put(path, method, operation, takers);
    }

    private void erasing() {
        Takers takers = new Takers(definition.erase(), Set.of());
        if (!definition.erase().isEmpty() && takers.allow(reader)) {
            put(ENTRY + "/erasure", "post", named("erase", "erase").with("entry").answers("200", entry(), "ETag")
                    .takes(Node.ref("schemas/Erasure"),
                            Node.of("reason", "保存期間の満了", "method", "シュレッダーで裁断", "witness", "荻窪花子"))
                    .refuses("Conflict", "Invalid"), takers);
        }
    }

    /** Who may fill a column that refers to a ledger, or read what others filled in, is told what it takes. */
    private void choosing() {
        List<Column> columns = definition.columns().stream().filter(c -> !c.secret() && c.refersTo() != null).toList();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        definition.actions().stream().filter(a -> columns.stream().anyMatch(c -> a.intake(c).isWritten()))
                .forEach(action -> {
                    roles.addAll(action.roles());
                    roles.addAll(action.own());
                });
        if (!roles.isEmpty() && new Takers(roles, Set.of()).allow(reader)) {
            put("/choices/{column}", "get", named("choices", "choices").with(Node.of("name", "column", "in", "path",
                    "description", Wording.of("choices.column"), "required", true, "schema",
                    Node.of("type", "string", "enum", columns.stream().map(Column::name).toList())))
                    .with("q").answers("200", array("Choice")), new Takers(roles, Set.of()));
        }
    }

    private void checking() {
        Map<String, Object> check = Node.ref("schemas/Check");
        Takers readers = new Takers(definition.read(), definition.readOwn());
        if (readers.allow(reader)) {
            put(CHECK, "get", named("check", "check").with("checkPeriod").answers("200", check), readers);
        }
        Takers signers = new Takers(EnumSet.of(Role.MANAGER, Role.DEPUTY), Set.of());
        if (signers.allow(reader)) {
            put(CHECK, "post", named("sign", "sign").with("checkPeriod").answers("200", check)
                    .takes(Node.ref("schemas/CheckSubmission"), Node.of("remarks", "記入漏れはありませんでした。"))
                    .refuses("Conflict", "Invalid"), signers);
            put(CHECK + "/improvements/{improvement}", "post", named("completeImprovement", "improvement")
                    .with("checkPeriod", "improvement").answers("200", check)
                    .takes(Node.ref("schemas/ImprovementDone"), Node.of("result", "鍵を交換しました。"))
                    .refuses("Conflict", "Invalid"), signers);
        }
    }

    private void put(String path, String method, LedgerOperation operation, Takers takers) {
        operation.at(paths, "/api/ledgers/" + definition.id() + path, method, takers);
    }

    private LedgerOperation named(String name, String summary) {
        Text title = definition.title();
        return new LedgerOperation(definition, name, Wording.of(summary, title.ja(), title.en()), description());
    }

    private Text description() {
        return Wording.of(live ? "ledger" : "ledger-absent", definition.title().ja(), definition.title().en(),
                String.join(", ", definition.clauses()));
    }

    private Map<String, Object> entry() {
        return Node.ref("schemas/" + schemas.entry());
    }

    private static Map<String, Object> array(String schema) {
        return Node.of("type", "array", "items", Node.ref("schemas/" + schema));
    }
}
