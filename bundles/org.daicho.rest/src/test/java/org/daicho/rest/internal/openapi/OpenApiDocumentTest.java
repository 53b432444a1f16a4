package org.daicho.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.log.BackupResource;
import org.daicho.rest.internal.log.LogResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final List<String> SHEETS = List.of("application/json", "text/csv");
    private static final String APPROVE = "/api/ledgers/media.takeouts/entries/{entry}/actions/approve";

    /** A resource such as a chapter has. */
    @Path("books")
    @Produces("application/json")
    @Consumes("application/json")
    public static class BooksResource {

        /** A body. */
        public record Book(String title, int pages) {
        }

        @GET
        @Path("{book: [a-z]+}")
        public Book get(@PathParam("book") String book) {
            return new Book(book, 1);
        }

        @POST
        public Response add(@HeaderParam("Idempotency-Key") String key, Book book) {
            return Response.ok().build();
        }

        @DELETE
        @Path("{book}")
        public void remove(@PathParam("book") String book) {
            // Nothing to do.
        }
    }

    private static Column column(String name, ColumnType type, boolean required, String setBy, Fill fill,
            boolean secret) {
        return new Column(name, new Text("欄" + name, "column " + name), new Text("説明", "help"), type, required, true,
                List.of(), setBy, fill, false, true, secret, 20, false, null);
    }

    private static LedgerInfo ledger(boolean active, boolean closed) {
        return ledger(active, closed, EnumSet.allOf(Role.class));
    }

    private static LedgerInfo ledger(boolean active, boolean closed, Set<Role> roles) {
        return ledger("media", 3, active, closed, roles);
    }

    private static LedgerInfo ledger(String module, int chapter, boolean active, boolean closed, Set<Role> roles) {
        List<Column> columns = List.of(column("asset", ColumnType.TEXT, true, null, Fill.NONE, false),
                column("number", ColumnType.INTEGER, true, null, Fill.NUMBER, false),
                column("approvedBy", ColumnType.PERSON, true, "approve", Fill.NONE, false),
                column("hash", ColumnType.TEXT, true, null, Fill.NONE, true));
        Action enter = new Action("enter", new Text("記入", "Enter"), Set.of(), "requested", Set.of(Role.STAFF), Set.of(),
                List.of("asset"), List.of());
        Action correct = new Action("correct", new Text("訂正", "Correct"), Set.of("requested"), null, Set.of(Role.STAFF),
                Set.of(), List.of("asset"), List.of());
        Action approve = new Action("approve", new Text("承認", "Approve"), Set.of("requested"), "approved",
                Set.of(Role.MANAGER), Set.of(), List.of("approvedBy"), List.of("asset"));
        Definition definition = new Definition(module + ".takeouts", module, chapter, 2,
                new Text("情報資産持ち出し管理簿", "Take-outs"), 4, Period.MONTH, null, "3-5", null, closed, Set.of(Role.STAFF),
                Set.of(), Set.of(Role.MANAGER), Set.of(),
                List.of("3-2(1)", "3-5"), columns, List.of(new State("requested", new Text("申請中", "Requested")),
                        new State("approved", new Text("承認済", "Approved"))),
                List.of(enter, correct, approve));
        return new LedgerInfo(definition, "00", active, roles);
    }

    private static Map<String, Object> document(LedgerInfo... ledgers) {
        return document(EnumSet.allOf(Role.class), ledgers);
    }

    private static Map<String, Object> document(Set<Role> reader, LedgerInfo... ledgers) {
        Json json = new Json();
        return json.readMap(json.write(OpenApiDocument.of("1.2.3", reader, List.of(ledgers),
                List.of(new LiveResources.Published("/api/media", List.of(BooksResource.class)),
                        new LiveResources.Published("/api/log", List.of(BackupResource.class, LogResource.class))),
                SHEETS), Locale.JAPANESE));
    }

    private static Object at(Object node, String... path) {
        Object found = node;
        for (String name : path) {
            found = found == null ? null : ((Map<?, ?>) found).get(name);
        }
        return found;
    }

    @Test
    @DisplayName("A chapter after the procedure's eight is a group of its own")
    void ownChaptersAreGroups() {
        Object tag = ((List<?>) document(ledger("lending", 9, true, false, EnumSet.allOf(Role.class))).get("tags"))
                .stream().filter(each -> "lending".equals(at(each, "name"))).findFirst().orElseThrow();
        assertEquals("第9章 lending", at(tag, "description"));
    }

    private static Object schema(Map<String, Object> document, String name, String... path) {
        return at(at(document, "components", "schemas", name), path);
    }

    @Test
    void anEntryIsEnteredWithWhatAPersonWritesAndNothingElse() {
        Map<String, Object> document = document(ledger(true, false));
        Object fields = schema(document, "MediaTakeoutsNew", "properties", "fields");
        assertEquals(Set.of("asset"), ((Map<?, ?>) at(fields, "properties")).keySet());
        assertEquals(List.of("asset"), at(fields, "required"));
        assertEquals(false, at(fields, "additionalProperties"));
        assertEquals("欄asset:説明", at(fields, "properties", "asset", "description"));
    }

    @Test
    void aStepTakesTheColumnsThatItAloneSets() {
        Map<String, Object> document = document(ledger(true, false));
        assertEquals(Set.of("approvedBy"), ((Map<?, ?>) schema(document, "MediaTakeoutsActionApprove", "properties",
                "fields", "properties")).keySet());
        Object step = at(document, "paths", "/api/ledgers/media.takeouts/entries/{entry}/actions/approve", "post");
        assertEquals("mediaTakeouts.action.approve", at(step, "operationId"));
        assertEquals("承認", at(step, "summary"));
    }

    @Test
    void aCorrectionNeedsItsReasonAndTheVersionThatWasSeen() {
        Map<String, Object> document = document(ledger(true, false));
        assertEquals(List.of("fields", "reason"), schema(document, "MediaTakeoutsCorrection", "required"));
        Object put = at(document, "paths", "/api/ledgers/media.takeouts/entries/{entry}", "put");
        assertTrue(((List<?>) at(put, "parameters"))
                .contains(Map.of("$ref", "#/components/parameters/IfMatchRequired")));
        assertTrue(((Map<?, ?>) at(put, "responses")).keySet().containsAll(List.of("412", "422", "428")));
    }

    @Test
    void aSecretColumnIsNowhere() {
        Json json = new Json();
        assertFalse(new String(json.write(document(ledger(true, false)), Locale.JAPANESE)).contains("欄hash"));
    }

    @Test
    @DisplayName("the ledger of an absent module is described read-only")
    void anAbsentModulesLedgerIsReadOnly() {
        Map<String, Object> paths = cast(at(document(ledger(false, false)), "paths"));
        Set<Object> writes = new HashSet<>();
        paths.forEach((path, operations) -> {
            if (path.startsWith("/api/ledgers/media.takeouts/") && !path.contains("/checks/")) {
                writes.addAll(((Map<?, ?>) operations).keySet());
            }
        });
        assertEquals(Set.of("get"), writes);
        assertTrue(paths.containsKey("/api/ledgers/media.takeouts/checks/{period}"));
    }

    @Test
    @DisplayName("a closed ledger is written by its module; what it gives to people who run nothing is described")
    void aClosedLedgerShowsWhatPeopleMayTake() {
        LedgerInfo open = ledger(true, true);
        Definition d = open.definition();
        List<Action> actions = d.actions().stream().map(a -> a.name().equals("approve")
                ? a
                : new Action(a.name(), a.label(), a.from(), a.to(), Set.of(Role.OPERATOR), Set.of(), a.fields(),
                        a.covers()))
                .toList();
        Definition closed = new Definition(d.id(), d.module(), d.chapter(), d.form(), d.title(), d.revision(),
                d.period(), d.periodField(), d.monthlyCheck(), d.inspection(), true, d.read(), d.readOwn(), d.erase(),
                d.printed(), d.clauses(), d.columns(), d.states(), actions);
        Map<String, Object> document = document(new LedgerInfo(closed, "00", true, EnumSet.allOf(Role.class)));
        assertNull(at(document, "paths", "/api/ledgers/media.takeouts/entries", "post"));
        assertNull(schema(document, "MediaTakeoutsNew"));
        assertNotNull(at(document, "paths", APPROVE, "post"));
    }

    @Test
    void anActionSaysFromWhichStatesAndByWhichRolesItIsTaken() {
        Object approve = at(document(ledger(true, false)), "paths", APPROVE, "post");
        assertEquals(List.of("requested"), at(approve, "x-daicho-from"));
        assertEquals("approved", at(approve, "x-daicho-to"));
        assertEquals(List.of("manager"), at(approve, "x-daicho-roles"));
        String description = (String) at(approve, "description");
        assertTrue(description.contains("状態:requested 申請中 → approved 承認済"), description);
        assertTrue(description.contains("できる人:管理責任者"), description);
    }

    @Test
    void whoMayNotTakeAnActionDoesNotSeeIt() {
        Set<Role> staff = EnumSet.of(Role.STAFF);
        Object paths = at(document(staff, ledger(true, false, staff)), "paths");
        assertNotNull(at(paths, "/api/ledgers/media.takeouts/entries", "post"));
        assertNotNull(at(paths, "/api/ledgers/media.takeouts/entries", "get"));
        assertNull(at(paths, APPROVE));
        assertNull(at(paths, "/api/ledgers/media.takeouts/entries/{entry}/erasure"), "the manager erases");
        assertNull(at(paths, "/api/ledgers/media.takeouts/checks/{period}", "post"), "the manager signs");
        assertNull(at(paths, "/api/log/backup"), "the operator backs up");
        Set<Role> operator = EnumSet.of(Role.OPERATOR);
        paths = at(document(operator, ledger(true, false, operator)), "paths");
        assertNull(at(paths, "/api/ledgers/media.takeouts/entries"), "an operator reads no ledger of the procedures");
        assertNotNull(at(paths, "/api/log/backup"));
    }

    @Test
    void groupsHaveNamesThatProgramsCanHaveAndTitlesForPeople() {
        List<?> tags = (List<?>) document(ledger(true, false)).get("tags");
        assertEquals(List.of("log", "media"), tags.stream().map(tag -> at(tag, "name")).toList());
        assertEquals("第3章 紙媒体等の情報資産の取扱い", at(tags.get(1), "description"));
    }

    @Test
    void theAddressOfATileHasAPartForEachVariable() {
        Map<String, Object> paths = cast(at(document(ledger(true, false)), "paths"));
        Set<String> tiles = new TreeSet<>(paths.keySet());
        tiles.removeIf(path -> !path.startsWith("/api/log/tile/"));
        assertEquals(Set.of("/api/log/tile/{level}/{index}", "/api/log/tile/{level}/{index}.p/{width}",
                "/api/log/tile/{level}/x{group}/{index}", "/api/log/tile/{level}/x{group}/{index}.p/{width}"), tiles);
        for (String path : tiles) {
            List<?> parameters = (List<?>) at(paths, path, "get", "parameters");
            assertEquals(Pattern.compile("\\{").matcher(path).results().count(),
                    parameters.stream().filter(p -> "path".equals(at(p, "in"))).count(), path);
        }
    }

    @Test
    void choicesInJapaneseHaveNamesThatProgramsCanHave() {
        Map<String, Object> schema = Node.of("properties", Node.of("kind", Node.of("enum", List.of("紙媒体", "USB")),
                "state", Node.of("enum", List.of("requested", "take-out"))));
        Choices.name(schema);
        assertEquals(List.of("CHOICE_1", "CHOICE_2"), at(schema, "properties", "kind", "x-enum-varnames"));
        assertNull(at(schema, "properties", "state", "x-enum-varnames"));
    }

    @Test
    void aChaptersOwnResourceIsDescribedByItsAnnotations() {
        Map<String, Object> document = document(ledger(true, false));
        Object get = at(document, "paths", "/api/media/books/{book}", "get");
        assertEquals("media.books.get", at(get, "operationId"));
        assertEquals("integer", at(get, "responses", "200", "content", "application/json", "schema", "properties",
                "pages", "type"));
        assertEquals(List.of("media"), at(get, "tags"));
        assertEquals("string", ((Map<?, ?>) ((List<?>) at(document, "paths", "/api/media/books", "post", "requestBody",
                "content", "application/json", "schema", "properties", "title", "anyOf")).get(0)).get("type"));
        assertTrue(((Map<?, ?>) at(document, "paths", "/api/media/books/{book}", "delete", "responses"))
                .containsKey("204"));
    }

    @Test
    void whatAnnotationsDoNotTellComesFromTheFileBesideTheResource() {
        Map<String, Object> document = document(ledger(true, false));
        Object post = at(document, "paths", "/api/log/backup", "post");
        assertEquals("#/components/schemas/BackupProgress",
                at(post, "responses", "202", "content", "application/json", "schema", "$ref"));
        assertEquals(List.of("state", "started", "step", "done", "total"),
                schema(document, "BackupProgress", "required"));
    }

    @Test
    void aCookieReadsAndChangesOnlyWithTheHeaderThatNoOtherSiteKnows() {
        Map<String, Object> document = document(ledger(true, false));
        assertEquals(List.of(Map.of("basic", List.of()), Map.of("bearer", List.of()), Map.of("session", List.of())),
                document.get("security"));
        Object paths = at(document, "paths");
        assertNull(at(paths, "/api/media/books/{book}", "get", "security"));
        assertEquals(List.of(Map.of("basic", List.of()), Map.of("bearer", List.of()),
                Map.of("session", List.of(), "csrf", List.of())),
                at(paths, "/api/media/books/{book}", "delete", "security"));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        Map<String, Object> document = document(ledger(true, false));
        Set<String> references = new HashSet<>();
        collect(document, references);
        Set<String> components = new HashSet<>();
        cast(at(document, "components")).forEach((kind, members) -> cast(members).keySet()
                .forEach(name -> components.add("#/components/" + kind + "/" + name)));
        components.removeIf(name -> name.contains("/securitySchemes/"));
        assertEquals(components, references);
    }

    @Test
    void operationIdsAreUnique() {
        Set<Object> ids = new HashSet<>();
        cast(at(document(ledger(true, false)), "paths")).values().forEach(path -> cast(path).values()
                .forEach(operation -> assertTrue(ids.add(at(operation, "operationId")), "" + ids)));
        assertTrue(ids.contains("mediaTakeouts.listEntries"), "" + ids);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object node) {
        return (Map<String, Object>) node;
    }

    private static void collect(Object node, Set<String> references) {
        if (node instanceof Map<?, ?> object) {
            if (object.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            object.values().forEach(member -> collect(member, references));
        } else if (node instanceof List<?> list) {
            list.forEach(member -> collect(member, references));
        }
    }
}
