package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Office.asset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Chapter 8 at the council's own PC: it is registered as a terminal by its row of 様式1, 様式9 and 様式10 are written from it
 * only, who leaves it locks it, and when it leaves 様式1 it is a terminal no more. Each step rests on those before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TerminalIT {

    private static final String TERMINALS = "/api/access/terminals";
    private static final String SESSION = "/api/access/session";
    private static final String USES = Entries.of("mynumber.uses");
    private static final String COPIES = Entries.of("mynumber.copies");
    private static final String HEADER = "Daicho-Terminal";

    @TempDir
    static Path folder;

    @AutoClose
    private static Chapters chapters;
    private static Office office;
    private static JsonNode pc;
    private static JsonNode receipt;
    private static String terminal;

    private String cookie;
    private String csrf;

    @BeforeAll
    static void start() throws Exception {
        chapters = new Chapters(folder);
        office = chapters.office();
        chapters.only("assets", "mynumber");
        chapters.handlers("sato", "suzuki");
        receipt = entered(office.sato(), "mynumber.receipts", Office.receipt("個人番号の写し"));
        act(office.suzuki(), receipt, "check", Map.of()).expect(200);
        pc = entered(office.sato(), "assets.inventory", asset("ハードウェア", "事務局のパソコン1", Office.ROOM));
    }

    @Test
    @Order(1)
    @DisplayName("8-2(13)① the operator registers hardware of 様式1 as a terminal, and nothing else")
    void registered() {
        office.sato().post(USES, use()).expect(201);
        JsonNode paper = entered(office.sato(), "assets.inventory", asset("紙媒体", "座席表", Office.ROOM));
        for (Map<String, String> wrong : List.of(Map.of("name", "PC1"), Map.of("name", "PC1", "asset", "nothing"),
                Map.of("name", "PC1", "asset", id(paper)))) {
            assertEquals(Set.of("asset 8-2(13)①"), broken(office.admin().post(TERMINALS, wrong)));
        }
        Map<String, String> right = Map.of("name", "PC1", "asset", id(pc));
        for (Api nobody : List.of(office.manager(), office.sato())) {
            nobody.post(TERMINALS, right).expect(403);
        }
        terminal = office.admin().post(TERMINALS, right).expect(201).json().get("terminal").textValue();
        assertFalse(office.manager().get(TERMINALS).expect(200).text().contains(terminal));
    }

    @Test
    @Order(2)
    @DisplayName("8-2(13)① 様式9 and 様式10 are written from a registered terminal only, and read from anywhere")
    void writtenFromThere() {
        for (String path : List.of(USES, COPIES)) {
            Object body = path.equals(USES) ? use() : copy();
            plain(office.sato().post(path, body).expect(403), "登録した入力端末");
            plain(office.sato().post(path, body, HEADER, terminal + "x").expect(403), "入力端末の登録が確かめられません");
            JsonNode row = office.sato().post(path, body, HEADER, terminal).expect(201).json();
            plain(act(office.suzuki(), row, "check", Map.of()).expect(403), "登録した入力端末");
            office.sato().get(address(row)).expect(200);
        }
        entered(office.sato(), "assets.inventory", asset("紙媒体", "議事録", Office.ROOM));
    }

    @Test
    @Order(3)
    @DisplayName("8-2(13)② who leaves locks: nothing of chapter 8 is read or written until they give their own password again")
    void locked() {
        logIn("sato", "staff pass 1");
        Answer here = send("PUT", TERMINALS + "/here", Map.of("terminal", terminal)).expect(204);
        cookie += "; " + here.header("Set-Cookie").split(";")[0];
        JsonNode used = send("POST", USES, use()).expect(201).json();
        send("GET", address(used), null).expect(200);

        assertTrue(send("POST", SESSION + "/lock", null).expect(200).json().get("locked").booleanValue());
        for (Answer answer : List.of(send("GET", USES, null), send("GET", address(used), null),
                send("GET", address(used) + "/versions", null),
                send("GET", "/api/ledgers/mynumber.uses/sheets", null), send("POST", USES, use()),
                send("PUT", address(used), Map.of("fields", Map.of(), "reason", "訂正"), "If-Match", "\"v1\""),
                send("POST", COPIES, copy()), send("GET", Entries.of("mynumber.receipts") + "?q=写し", null))) {
            plain(answer.expect(403), "ロックされています");
        }
        // What anybody may read of the log says nothing of the entry.
        JsonNode openings = send("GET", address(used) + "/proof", null).expect(200).json().path("openings");
        assertTrue(openings.isEmpty(), openings::toString);
        assertFalse(send("GET", "/api/duties", null).expect(200).text().contains("mynumber.uses"));
        send("GET", Office.ASSETS, null).expect(200);

        for (String wrong : List.of("staff pass 2", "manager pass 1", "")) {
            Answer refused = send("POST", SESSION + "/unlock", Map.of("password", wrong));
            assertEquals("password", refused.expect(422).json().at("/violations/0/field").textValue());
            assertTrue(send("GET", SESSION, null).expect(200).json().get("locked").booleanValue());
            send("GET", USES, null).expect(403);
        }
        office.anyone().post(SESSION + "/unlock", Map.of("password", "staff pass 1"), "Cookie", cookie).expect(403);
        assertFalse(send("POST", SESSION + "/unlock", Map.of("password", "staff pass 1")).expect(200).json()
                .get("locked").booleanValue());
        send("GET", address(used), null).expect(200);
        send("POST", USES, use()).expect(201);
    }

    @Test
    @Order(4)
    @DisplayName("8-2(13)② a session locks long before it ends, and says when")
    void locksByItself() {
        JsonNode session = logIn("suzuki", "staff pass 2");
        assertEquals(300, session.get("locksAfterSeconds").intValue());
        assertTrue(session.get("endsAfterSeconds").intValue() > 300);
    }

    @Test
    @Order(5)
    @DisplayName("8-2(13)① when its row leaves 様式1 the terminal is none any more, and another one has to be registered")
    void removedFromTheInventory() {
        logIn("sato", "staff pass 1");
        cookie += "; daicho-terminal=" + terminal;
        send("POST", USES, use()).expect(201);
        act(office.manager(), pc, "remove", Map.of("removalReason", "更新", "disposalMethod",
                "物理的消去（シュレッダー・破砕・粉砕）", "disposedOn", Office.TODAY.toString(), "disposedBy", "回収業者")).expect(200);
        plain(office.sato().post(USES, use(), HEADER, terminal).expect(403), "入力端末の登録が確かめられません");
        plain(send("POST", USES, use()).expect(403), "登録した入力端末");
        plain(office.sato().post(USES, use()).expect(403), "登録した入力端末");
        assertEquals(0, office.admin().get(TERMINALS).expect(200).json().size());
        JsonNode other = entered(office.sato(), "assets.inventory",
                asset("ハードウェア", "事務局のパソコン2", Office.ROOM));
        String next = office.admin().post(TERMINALS, Map.of("name", "PC2", "asset", id(other))).expect(201).json()
                .get("terminal").textValue();
        office.sato().post(USES, use(), HEADER, next).expect(201);
    }

    private JsonNode logIn(String account, String password) {
        Answer opened = office.anyone().post(SESSION, Map.of("name", account, "password", password)).expect(200);
        cookie = opened.header("Set-Cookie").split(";")[0];
        csrf = opened.json().get("csrf").textValue();
        return opened.json();
    }

    /** Sends as the pages do. */
    private Answer send(String method, String path, Object body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Cookie";
        all[1] = cookie;
        all[2] = "Daicho-CSRF";
        all[3] = csrf;
        return office.anyone().send(method, path, body, all);
    }

    private static Map<String, Object> use() {
        return Map.of("fields", Map.of("receiptNumber", receipt.at("/fields/receiptNumber").textValue(), "document",
                "個人番号の写し", "purpose", Office.TASK));
    }

    private static Map<String, Object> copy() {
        return Map.of("fields", Map.of("kind", "複製", "receiptNumber",
                receipt.at("/fields/receiptNumber").textValue(), "document", "個人番号の写し", "source", "紙", "destination",
                "紙",
                "quantity", "1部", "purpose", "税理士の確認"));
    }

    /** Fails unless a refusal says something in plain words. */
    private static void plain(Answer refused, String words) {
        Problems.problem(refused.status(), refused);
        assertTrue(refused.json().get("detail").textValue().contains(words), refused::toString);
    }
}
