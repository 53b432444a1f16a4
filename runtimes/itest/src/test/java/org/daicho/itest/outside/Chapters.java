package org.daicho.itest.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.daicho.itest.outside.Api.Answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One running system whose chapters come and go over REST, with short ways to write into their ledgers. So a rule that two
 * chapters share is played with both, with the one alone and with the other alone, and nothing is started anew.
 */
final class Chapters implements AutoCloseable {

    static final YearMonth MONTH = YearMonth.from(Office.TODAY);
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
        absent.forEach(id -> office.admin().put("/api/modules/" + id, null).expect(200));
    }

    /** Returns what is due, as the manager sees it: ledger, key and title of each in one line. */
    List<String> duties() {
        return Entries.list(office.manager().get("/api/duties").expect(200).json()).stream()
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
        Entries.list(definition.get("columns")).stream().filter(c -> column.equals(c.get("name").textValue()))
                .forEach(c -> c.get("values").forEach(v -> values.add(v.textValue())));
        return values;
    }

    /** Returns the texts of the gaps of a month. */
    List<String> gaps(String ledger, YearMonth month) {
        return Entries.list(office.manager().get(check(ledger, month)).expect(200).json().get("gaps")).stream()
                .map(gap -> gap.get("text").textValue()).toList();
    }

    /** Has the manager check a month, every gap explained. */
    Answer sign(Api by, String ledger, YearMonth month) {
        Map<String, String> explanations = new HashMap<>();
        office.manager().get(check(ledger, month)).expect(200).json().get("gaps")
                .forEach(gap -> explanations.put(Entries.id(gap), "紙で確かめた"));
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
        for (JsonNode row : office.manager().get(Entries.of("mynumber.handlers") + "?limit=200").expect(200).json()
                .get("items")) {
            boolean released = row.at("/fields/releasedOn").isTextual();
            if (!released && missing.remove(row.at("/fields/handler/id").textValue()) == null) {
                Entries.act(office.manager(), row, "release", Map.of()).expect(200);
            }
        }
        missing.values()
                .forEach(account -> Entries.entered(office.manager(), "mynumber.handlers",
                        Map.of("handler", account, "scope",
                                "報酬等の支払調書")));
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
