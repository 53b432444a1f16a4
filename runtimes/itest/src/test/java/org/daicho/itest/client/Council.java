package org.daicho.itest.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.itest.outside.Api;
import org.daicho.itest.outside.DaichoProcess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A running system of all chapters and a council with somebody of each role, whom the examples of the document speak of
 * too: 佐藤 ({@code sato}) is one of the staff. Each is told by the document what they may do; together that is all.
 */
final class Council implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    static final String DOCUMENT = "/api/openapi.json";

    private static final String PASSWORD = "correct horse battery";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DaichoProcess process;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Api> people = new LinkedHashMap<>();
    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    /** Starts the system in an empty folder. */
    Council(Path folder) throws IOException {
        process = DaichoProcess.run("ogikubo", folder.resolve("data"));
        Api admin = Api.admin(process);
        join(admin, "kaicho", "会長 山田", "manager");
        join(admin, "okada", "岡田", "staff");
        join(admin, "tanaka", "田中", "staff");
        join(admin, "sato", "佐藤", "staff");
        join(admin, "takahashi", "髙橋", "member");
        join(admin, "ito", "伊藤");
        join(admin, "kato", "加藤");
        for (String handler : List.of("ito", "kato")) {
            people.get("kaicho").post("/api/ledgers/mynumber.handlers/entries",
                    Map.of("fields", Map.of("handler", handler, "scope", "報酬等の支払調書"))).expect(201);
        }
        people.put("admin", admin);
        people.forEach((name, api) -> documents.put(name, api.get(DOCUMENT).expect(200).json()));
    }

    private void join(Api admin, String name, String displayName, Object... roles) {
        admin.account(name, displayName, PASSWORD, roles).expect(201);
        String token = Api.of(process).as(name, PASSWORD).post("/api/access/tokens", Map.of("label", "itest"))
                .expect(201).json().get("token").textValue();
        tokens.put(name, token);
        people.put(name, Api.of(process).bearing(token));
    }

    int port() {
        return process.port();
    }

    /** Returns the people's tokens by their accounts; the operator has none. */
    Map<String, String> tokens() {
        return tokens;
    }

    /** Returns the system as somebody sees it. */
    Api as(String account) {
        return people.get(account);
    }

    /** Returns the accounts that the document tells of an operation. */
    List<String> toldOf(String path, String method) {
        return people.keySet().stream().filter(name -> documents.get(name).get("paths").path(path).has(method))
                .toList();
    }

    /** Returns what the document tells all of them. */
    ObjectNode document() {
        ObjectNode whole = JSON.createObjectNode();
        documents.values().forEach(told -> merge(whole, (ObjectNode) told));
        return whole;
    }

    private static void merge(ObjectNode node, ObjectNode more) {
        more.fields().forEachRemaining(member -> {
            if (node.get(member.getKey()) instanceof ObjectNode object
                    && member.getValue() instanceof ObjectNode further) {
                merge(object, further);
            } else if (!node.has(member.getKey()) || !member.getKey().equals("tags")) {
                node.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
