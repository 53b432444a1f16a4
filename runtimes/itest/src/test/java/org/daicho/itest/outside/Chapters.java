package org.daicho.itest.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One running system whose chapters come and go over REST, with short ways to write into their ledgers. So a rule that two
 * chapters share is played with both, with the one alone and with the other alone, and nothing is started anew.
 */
final class Chapters implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    static final YearMonth MONTH = YearMonth.from(TODAY);
    static final YearMonth LAST_MONTH = MONTH.minusMonths(1);

    private final DaichoProcess process;
    private final Office office;

    /** Starts the system of all chapters. */
    Chapters(Path folder) throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        office = Office.open(process);
    }

    Office office() {
        return office;
    }

    /** Lets chapters come and go until these are there and no others. */
    void only(String... wanted) {
        Set<String> absent = new TreeSet<>(Set.of(wanted));
        for (JsonNode module : office.admin().get("/api/modules").expect(200).json()) {
            String id = module.get("id").textValue();
            boolean active = "active".equals(module.get("state").textValue());
            if (active && !absent.remove(id)) {
                office.admin().delete("/api/modules/" + id).expect(204);
            }
        }
        absent.forEach(id -> office.admin().put("/api/modules/" + id, Map.of()).expect(200));
    }

    /** Returns fields with more fields. */
    static Map<String, Object> with(Map<String, Object> fields, Object... more) {
        Map<String, Object> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    Answer enter(Api by, String ledger, Map<String, Object> fields) {
        return by.post(entries(ledger), Map.of("fields", fields));
    }

    /** Enters with a reason for each confirmation. */
    Answer insist(Api by, String ledger, Map<String, Object> fields, String... codes) {
        return by.post(entries(ledger), Map.of("fields", fields, "confirmations", reasons(codes)));
    }

    JsonNode entered(Api by, String ledger, Map<String, Object> fields) {
        return enter(by, ledger, fields).expect(201).json();
    }

    Answer act(Api by, JsonNode entry, String action, Map<String, Object> fields) {
        return by.post(address(entry) + "/actions/" + action, Map.of("fields", fields));
    }

    /** Acts with a reason for each confirmation. */
    Answer insist(Api by, JsonNode entry, String action, Map<String, Object> fields, String... codes) {
        return by.post(address(entry) + "/actions/" + action,
                Map.of("fields", fields, "confirmations", reasons(codes)));
    }

    private static Map<String, String> reasons(String... codes) {
        return Set.of(codes).stream().collect(Collectors.toMap(code -> code, code -> "小さな事務局のため"));
    }

    static String entries(String ledger) {
        return "/api/ledgers/" + ledger + "/entries";
    }

    static String address(JsonNode entry) {
        return entries(entry.get("ledger").textValue()) + "/" + id(entry);
    }

    static String id(JsonNode entry) {
        return entry.get("id").textValue();
    }

    /** Returns what was broken, each {@code field clause}; fails where nothing was. */
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

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Returns what is due, as the manager sees it: ledger, key and title of each in one line. */
    List<String> duties() {
        return list(office.manager().get("/api/duties").expect(200).json()).stream()
                .map(d -> d.get("ledger").textValue() + " " + d.get("key").textValue() + " "
                        + d.get("title").textValue())
                .toList();
    }

    /** Tells whether something is due that has all of these words. */
    boolean isDue(String... words) {
        return duties().stream().anyMatch(duty -> List.of(words).stream().allMatch(duty::contains));
    }

    /** Returns the values that a ledger's column offers. */
    List<String> values(String ledger, String column) {
        JsonNode definition = office.manager().get("/api/ledgers/" + ledger).expect(200).json();
        List<String> values = new ArrayList<>();
        list(definition.get("columns")).stream().filter(c -> column.equals(c.get("name").textValue()))
                .forEach(c -> c.get("values").forEach(v -> values.add(v.textValue())));
        return values;
    }

    /** Returns the texts of the gaps of a month. */
    List<String> gaps(String ledger, YearMonth month) {
        return list(office.manager().get(check(ledger, month)).expect(200).json().get("gaps")).stream()
                .map(gap -> gap.get("text").textValue()).toList();
    }

    /** Has the manager check a month, every gap explained. */
    Answer sign(Api by, String ledger, YearMonth month) {
        Map<String, String> explanations = new HashMap<>();
        office.manager().get(check(ledger, month)).expect(200).json().get("gaps")
                .forEach(gap -> explanations.put(id(gap), "紙で確かめた"));
        return by.post(check(ledger, month), Map.of("remarks", "確認した", "explanations", explanations));
    }

    boolean isSigned(String ledger, YearMonth month) {
        return !office.manager().get(check(ledger, month)).expect(200).json().get("checked").isNull();
    }

    private static String check(String ledger, YearMonth month) {
        return "/api/ledgers/" + ledger + "/checks/" + month;
    }

    /** Returns this month's sheet. */
    JsonNode sheet(String ledger) {
        return office.manager().get("/api/ledgers/" + ledger + "/sheets/" + MONTH).expect(200).json();
    }

    /** Makes someone of the council with an account. */
    void person(String account, String name, String role) {
        office.admin().account(account, name, account + " pass 1", role).expect(201);
    }

    /** Makes these the handlers of 様式7 and nobody else; the module has to be there. */
    void handlers(String... accounts) {
        Map<String, String> missing = new TreeMap<>();
        for (JsonNode user : office.admin().get("/api/access/users").expect(200).json()) {
            if (List.of(accounts).contains(user.get("name").textValue())) {
                missing.put(user.get("person").textValue(), user.get("name").textValue());
            }
        }
        for (JsonNode row : office.manager().get(entries("mynumber.handlers") + "?limit=200").expect(200).json()
                .get("items")) {
            boolean released = row.at("/fields/releasedOn").isTextual();
            if (!released && missing.remove(row.at("/fields/handler/id").textValue()) == null) {
                act(office.manager(), row, "release", Map.of()).expect(200);
            }
        }
        missing.values()
                .forEach(account -> entered(office.manager(), "mynumber.handlers", Map.of("handler", account, "scope",
                        "報酬等の支払調書")));
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
