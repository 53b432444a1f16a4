package org.daicho.itest.client;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.itest.client.Steps.Step;
import org.daicho.itest.outside.Api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What has to be there before an example is posted, where a rule of the procedure asks for it, and what only the running
 * system can tell: an id or a number of another entry stands in the example in words, and is put in here.
 */
final class Preparations {

    private static final String OFFICE = "kaicho";

    /** So many failed logins in a row are recorded. */
    private static final int FAILURES = 12;

    private interface Preparation {

        void make(ObjectNode fields, JsonNode entry);
    }

    private final Player player;
    private final Council council;
    private final Map<String, Preparation> steps = new HashMap<>();
    private boolean chairs;
    private int deputies;
    private final Map<String, JsonNode> receipts = new HashMap<>();

    Preparations(Player player, Council council) {
        this.player = player;
        this.council = council;
        Preparation document = (fields, entry) -> player.entry("council.documents");
        steps.put("council.acknowledgments enter", document);
        steps.put("council.reviews enter", document);
        steps.put("council.instructions enter", (fields, entry) -> chair());
        steps.put("incidents.reports close", (fields, entry) -> {
            step("consult").make(fields, entry);
            decideOnTraining(entry);
        });
        steps.put("media.copies dispose", id("disposalRecord", "media.disposals"));
        steps.put("mynumber.access enter", (fields, entry) -> {
            player.entry("mynumber.handlers");
            receipt("complete", Map.of("access", "設定できる")).make(fields, entry);
        });
        steps.put("mynumber.copies enter", receipt("check", Map.of()));
        steps.put("mynumber.copies check", step("settle"));
        steps.put("mynumber.uses enter", receipt("check", Map.of()));
        steps.put("mynumber.receipts check", step("complete"));
        steps.put("mynumber.receipts erase", step("dispose"));
        steps.put("systems.devices retire", (fields, entry) -> fields.put("erasureRecord",
                player.prepare(player.steps("systems.erasures").named("enter"), null, Map.of("asset",
                        entry.at("/fields/device").textValue())).get("id").textValue()));
        steps.put("systems.seats enter", id("licence", "systems.licences"));
        steps.put("training.attendance enter", id("session", "training.sessions"));
    }

    /** Returns the example of a step's body, after what it needs was made. */
    ObjectNode body(Step step, JsonNode entry) {
        ObjectNode body = step.body().deepCopy();
        ObjectNode fields = (ObjectNode) body.get("fields");
        String name = step.name().equals("correct") ? "enter" : step.name();
        steps.getOrDefault(step.ledger() + " " + name, (f, e) -> {}).make(fields, entry);
        return body;
    }

    /**
     * Finds an entry for a step where the example of entering makes none: the system writes it by itself, or whom the
     * example names stands in the way; else {@code null}.
     */
    JsonNode found(Step step) {
        switch (step.ledger()) {
        case "access.events" -> failToLogIn();
        case "access.grants" -> grant(step.from().contains("ending"));
        case "council.leaving" -> {
            return leaving(step);
        }
        case "systems.devices" -> {
            return step.name().equals("retire")
                    ? player.prepare(player.steps("systems.devices").named("enter"), null,
                            Map.of("device", "古いパソコン"))
                    : null;
        }
        default -> {
            return null;
        }
        }
        return written(step);
    }

    /** Returns an entry in a state that a step starts from. */
    private JsonNode written(Step step) {
        JsonNode items = council.as(OFFICE).get("/api/ledgers/" + step.ledger() + "/entries?limit=500").expect(200)
                .json().get("items");
        for (JsonNode item : items) {
            if (step.from().contains(item.get("state").textValue())) {
                return item;
            }
        }
        throw new AssertionError("no entry of " + step.ledger() + " is " + step.from() + ": " + items);
    }

    private void failToLogIn() {
        for (int i = 0; i < FAILURES; i++) {
            Api.at(council.port()).as("nobody", "not the password").get("/api/access/me");
        }
    }

    /** Somebody is to become a deputy, or the manager is no longer to be one: both wait until somebody confirms it. */
    private void grant(boolean ending) {
        if (ending) {
            council.as("admin").put("/api/access/users/" + OFFICE + "/roles", Map.of("roles", List.of())).expect(200);
            return;
        }
        String today = LocalDate.now(Council.ZONE).toString();
        String account = "deputy" + ++deputies;
        council.as("admin").account(account, account, "a pass phrase of the deputy",
                Map.of("role", "deputy", "from", today, "to", today)).expect(201);
    }

    /** Somebody leaves who holds nothing. */
    private JsonNode leaving(Step step) {
        String person = council.as("admin").post("/api/access/persons", Map.of("name", "井上")).expect(201).json()
                .get("id").textValue();
        JsonNode entry = council.as(OFFICE).post("/api/ledgers/council.leaving/entries", Map.of("fields",
                Map.of("person", person, "leavingOn", LocalDate.now(Council.ZONE).toString()))).expect(201).json();
        return step.from().contains(entry.get("state").textValue())
                ? entry
                : player.prepare(player.steps("council.leaving").named("list"), entry);
    }

    private Preparation step(String name) {
        return (fields, entry) -> player.prepare(player.steps(entry.get("ledger").textValue()).named(name), entry);
    }

    private Preparation id(String column, String ledger) {
        return (fields, entry) -> fields.put(column, player.entry(ledger).get("id").textValue());
    }

    /** A receipt on which a step was taken. */
    private Preparation receipt(String name, Map<String, String> fields) {
        return (wanted, entry) -> wanted.set("receiptNumber", receipts.computeIfAbsent(name, key -> {
            Steps steps = player.steps("mynumber.receipts");
            return player.prepare(steps.named(name), player.prepare(steps.named("enter"), null), fields)
                    .at("/fields/receiptNumber");
        }));
    }

    /** The manager is registered as 会長, and the deputy of the example as 事務局長. */
    private void chair() {
        player.entry("council.members");
        if (!chairs) {
            chairs = true;
            council.as("okada").post("/api/ledgers/council.members/entries", Map.of("fields", Map.of("person", OFFICE,
                    "kind", "委員", "position", "会長", "termFrom", "2026-04-01"))).expect(201);
        }
    }

    private void decideOnTraining(JsonNode report) {
        ObjectNode fields = player.steps("training.decisions").named("enter").body().get("fields").deepCopy();
        JsonNode decision = council.as(OFFICE).post("/api/ledgers/training.decisions/entries",
                Map.of("fields", fields.set("source", report.get("id")))).expect(201).json();
        player.prepare(player.steps("training.decisions").named("decide"), decision);
    }
}
