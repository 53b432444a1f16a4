package org.daicho.itest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.itest.client.Steps.Step;
import org.daicho.itest.outside.Api;
import org.daicho.itest.outside.Node;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code /api/openapi.json} of all chapters is one that a client can live by: what it shows is taken, and what it says is
 * answered.
 */
@TestMethodOrder(OrderAnnotation.class)
class DocumentIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YearMonth MONTH = YearMonth.now(Council.ZONE).minusMonths(3);

    @AutoClose
    private static Council council;
    private static JsonNode document;
    private static Node node;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        council = new Council(folder);
        document = council.document();
        node = new Node(Files.createDirectory(folder.resolve("client")));
        Files.writeString(node.file("whole.json"), document.toString());
    }

    /** What needs something else to be there first: {@link Preparations}. */
    @Test
    void everyExampleOfALedgersStepIsTaken() {
        Player player = new Player(council);
        List<Step> steps = new ArrayList<>();
        ledgers().forEach(ledger -> steps.addAll(player.steps(ledger).all()));
        // Who is no longer the manager does nothing more.
        steps.sort(Comparator.comparing(step -> step.name().equals("confirm-end")));
        assertTrue(steps.size() > 200, "examples: " + steps.size());
        List<String> refusals = new ArrayList<>();
        for (Step step : steps) {
            try {
                player.play(step);
            } catch (AssertionError refusal) {
                refusals.add(step.method() + " " + step.path() + ": " + refusal.getMessage());
            }
        }
        council.as("admin").put("/api/access/users/kaicho/roles", Map.of("roles", List.of("manager"))).expect(200);
        assertEquals("", String.join("\n", refusals));
    }

    private static Set<String> ledgers() {
        Set<String> ledgers = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(path -> {
            if (path.startsWith("/api/ledgers/") && path.contains("/entries")) {
                ledgers.add(path.split("/")[3]);
            }
        });
        return ledgers;
    }

    @Test
    void everyExampleOfTheSystemsOwnOperationsIsTaken() {
        Api admin = council.as("admin");
        JsonNode account = admin.post("/api/access/users", example("/api/access/users", "post")).expect(201).json();
        String user = "/api/access/users/" + account.get("name").textValue();
        admin.put(user + "/roles", example("/api/access/users/{name}/roles", "put")).expect(200);
        admin.put(user, example("/api/access/users/{name}", "put")).expect(200);

        admin.account("hara", "原", "an old pass phrase").expect(201);
        Api hara = Api.at(council.port()).as("hara", "an old pass phrase");
        hara.post("/api/access/tokens", example("/api/access/tokens", "post")).expect(201);
        hara.put("/api/access/users/hara/password", example("/api/access/users/{name}/password", "put")).expect(204);

        JsonNode person = admin.post("/api/access/persons", example("/api/access/persons", "post")).expect(201).json();
        admin.put("/api/access/persons/" + person.get("id").textValue(), example("/api/access/persons/{id}", "put"))
                .expect(200);
        String asset = council.as("okada").post("/api/ledgers/assets.inventory/entries",
                example("/api/ledgers/assets.inventory/entries", "post").replace("紙媒体", "ハードウェア")).expect(201).json()
                .get("id").textValue();
        JsonNode terminal = admin.post("/api/access/terminals", example("/api/access/terminals", "post")
                .replace("情報資産目録の記録のID", asset)).expect(201).json();
        admin.delete("/api/access/terminals/" + terminal.get("id").textValue()).expect(204);

        Api.Answer session = Api.at(council.port())
                .post("/api/access/session", example("/api/access/session", "post")).expect(200);
        String[] headers = {"Cookie", session.header("Set-Cookie").split(";")[0], "Daicho-CSRF",
                session.json().get("csrf").textValue()};
        Api.at(council.port()).post("/api/access/session/lock", null, headers).expect(200);
        Api.at(council.port()).post("/api/access/session/unlock", example("/api/access/session/unlock", "post"),
                headers).expect(200);
    }

    private static String example(String path, String method) {
        JsonNode example = document.get("paths").get(path).get(method)
                .at("/requestBody/content/application~1json/example");
        assertTrue(example.isObject(), path);
        return example.toString();
    }

    /** In an empty system, where nothing has to be explained. */
    @Test
    @Order(1)
    void everyExampleOfACheckIsTaken() {
        Api manager = council.as("kaicho");
        document.get("paths").fieldNames().forEachRemaining(path -> {
            if (!path.endsWith("/checks/{period}")) {
                return;
            }
            JsonNode ledger = manager.get(path.substring(0, path.indexOf("/checks"))).expect(200).json();
            boolean living = !ledger.get("inspection").isNull();
            manager.post(path.replace("{period}", living ? "current" : MONTH.toString()), example(path, "post"))
                    .expect(200);
            if (!living) {
                String before = path.replace("{period}", MONTH.minusMonths(1).toString());
                JsonNode open = manager.post(before, Map.of("improvements",
                        List.of(Map.of("text", "鍵を交換する", "who", "岡田")))).expect(200).json().get("open");
                manager.post(before + "/improvements/" + open.get(open.size() - 1).get("id").textValue(),
                        example(path + "/improvements/{improvement}", "post")).expect(200);
            }
        });
    }

    /** Generators ask for every media type that an operation declares: where it answers nothing, for problems alone. */
    @Test
    void whoAsksForProblemsAloneIsAnsweredWhereThereIsNothingToAnswer() {
        Set<String> operations = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            if (operation.getValue().get("responses").has("204")) {
                operations.add(operation.getKey() + " " + path.getKey());
            }
        }));
        assertTrue(operations.size() >= 6, operations::toString);
        Api ito = council.as("ito");
        for (String operation : operations) {
            String[] words = operation.split(" ");
            Api.Answer answer = ito.send(words[0].toUpperCase(Locale.ROOT), words[1].replaceAll("\\{\\w+\\}", "none"),
                    words[0].equals("put") ? "{}" : null, "Accept", "application/problem+json");
            assertNotEquals(406, answer.status(), operation);
        }
        String token = ito.post("/api/access/tokens", Map.of("label", "once")).expect(201).json().get("id").textValue();
        ito.delete("/api/access/tokens/" + token, "Accept", "application/problem+json").expect(204);
    }

    /** But for the operator, who makes clients for all of them. */
    @Test
    void whoMayNotTakeAnActionDoesNotSeeIt() {
        String approve = "/api/ledgers/media.takeouts/entries/{entry}/actions/approve";
        assertEquals(List.of("kaicho", "admin"), council.toldOf(approve, "post"));
        assertEquals(List.of("ito", "kato", "admin"), council.toldOf("/api/ledgers/mynumber.receipts/entries", "post"));
        assertEquals(List.of("admin"), council.toldOf("/api/modules/{id}", "put"));
    }

    @Test
    void spectralHasNothingToRemark() throws Exception {
        node.run(Map.of(), "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--ruleset", "spectral.yaml",
                "--fail-severity", "hint", "whole.json");
    }

    @Test
    void oneEntryOfEachChapterLivesThroughATypedClient() throws Exception {
        node.run(Map.of(), "node_modules/openapi-typescript/bin/cli.js", "whole.json", "--output", "whole.d.ts");
        node.run(Map.of(), "node_modules/typescript/bin/tsc", "--project", "lives.json");
        String printed = node.run(Map.of("DAICHO_URL", "http://127.0.0.1:" + council.port(), "DAICHO_TOKENS",
                JSON.writeValueAsString(council.tokens())), "out/lives.js");
        assertEquals(List.of("council.places retired", "assets.inventory removed", "media.takeouts confirmed",
                "systems.devices active", "facilities.visits recorded", "incidents.reports responding",
                "training.sessions approved", "mynumber.receipts disposed"), printed.lines().toList());
    }

    @Test
    void whatTheSystemAnswersFitsWhatItsDocumentSays() throws Exception {
        List<String> authorizations = new ArrayList<>();
        council.tokens().values().forEach(token -> authorizations.add("Bearer " + token));
        authorizations.add(Api.basic(Api.ADMIN, Api.ADMIN_PASSWORD));
        String fits = node.run(Map.of("DAICHO_URL", "http://127.0.0.1:" + council.port(), "DAICHO_AUTHORIZATIONS",
                String.join("\n", authorizations)), "fits.mjs");
        Matcher matcher = Pattern.compile("^([0-9]+) answers fit").matcher(fits);
        assertTrue(matcher.find() && Integer.parseInt(matcher.group(1)) > 150, fits);
    }

    @Test
    void itDescribesWhatIsLiveBesideTheLedgers() {
        for (String path : new String[]{"/api/access/users", "/api/access/users/{name}/roles", "/api/duties",
                "/api/duties.ics", "/api/ledgers", "/api/ledgers/{ledger}", "/api/log/checkpoint",
                "/api/log/tile/{level}/{index}", "/api/openapi.json", "/api/council/clauses"}) {
            assertTrue(document.get("paths").has(path), path);
        }
    }

    @Test
    void itTellsTheBodiesThatTheResourcesOfAccessReadByHand() {
        String all = document.toString();
        for (String part : new String[]{"\"#/components/schemas/Account\"", "\"NewRoleGrants\":",
                "\"csrf\":{\"type\":\"apiKey\"", "\"#/components/parameters/Terminal\""}) {
            assertTrue(all.contains(part), part);
        }
    }
}
