package org.daicho.access.internal.rest;

import static org.daicho.access.internal.TestCouncil.ADMIN_PASSWORD;
import static org.daicho.access.internal.TestCouncil.basic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import javax.ws.rs.core.UriInfo;

import org.daicho.access.internal.Inventory;
import org.daicho.access.internal.Terminals;
import org.daicho.access.internal.TerminalsConfig;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Operators;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The register of terminals, from the operator's form to the call that comes from one. */
class TerminalsTest {

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;
    private TerminalsResource terminals;
    private Logins logins;

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        terminals = new TerminalsResource(council.ledger(), council.directory());
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, new Operators());
    }

    private CallerContext as(String account) {
        return new CallerContext(new Login(council.caller(account), Login.BASIC, false), false);
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> register(String json) {
        UriInfo here = (UriInfo) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{UriInfo.class},
                (proxy, method, args) -> UriBuilder.fromUri("http://localhost/api/access/terminals"));
        Response answer = terminals.register(body(json), as("admin"), here);
        assertEquals(201, answer.getStatus());
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        return (Map<String, Object>) answer.getEntity();
    }

    private String terminalOf(String value) {
        Login login = logins.login(basic("admin", ADMIN_PASSWORD), null).orElseThrow();
        return logins.at(login, value).map(l -> l.caller().terminal()).orElse(null);
    }

    private static void assertRefused(Kind kind, String sentence, Executable call) {
        LedgerException refused = assertThrows(LedgerException.class, call);
        assertEquals(kind, refused.kind());
        String text = refused.violations().isEmpty()
                ? refused.text().ja()
                : refused.violations().get(0).message().ja();
        assertTrue(text.contains(sentence), text);
    }

    @Test
    @DisplayName("8-2(13)① a terminal is registered by the operator, shown once, kept as a hash, and dated")
    void registered() {
        Map<String, Object> made = register("{'name':'事務局のパソコン1'}");
        String value = (String) made.get("terminal");
        assertTrue(value.startsWith("daicho_terminal_"));
        assertEquals("2026-11-23", made.get("registeredOn"));
        assertEquals(made.get("id"), terminalOf(value));
        assertEquals(null, terminalOf(value + "x"));
        assertFalse(terminals.list(as("admin")).get(0).containsKey("terminal"));
        Entry entry = council.entries(council.admin(), AccessLedgers.TERMINALS).get(0);
        assertFalse(entry.fields().values().toString().contains(value));
        assertFalse(entry.fields().has("terminalHash"));
    }

    @Test
    @DisplayName("8-2(13)① nobody but the operator registers or revokes; the manager sees them; a revoked one is none")
    void whoMay() {
        council.person("kaicho2", Role.MANAGER);
        council.person("sato", Role.STAFF);
        Map<String, Object> made = register("{'name':'PC1'}");
        String id = (String) made.get("id");
        for (String account : List.of("kaicho2", "sato")) {
            assertRefused(Kind.FORBIDDEN, "IT担当", () -> terminals.register(body("{'name':'x'}"), as(account), null));
            assertRefused(Kind.FORBIDDEN, "IT担当", () -> terminals.revoke(id, as(account)));
        }
        assertRefused(Kind.FORBIDDEN, "管理責任者", () -> terminals.list(as("sato")));
        assertRefused(Kind.FORBIDDEN, "管理責任者", () -> terminals.get(id, as("sato")));
        assertEquals(id, terminals.get(id, as("kaicho2")).get("id"));
        assertEquals(1, terminals.list(as("kaicho2")).size());
        assertEquals(204, terminals.revoke(id, as("admin")).getStatus());
        assertEquals(204, terminals.revoke(id, as("admin")).getStatus());
        assertEquals(List.of(), terminals.list(as("admin")));
        assertRefused(Kind.NOT_FOUND, "見つかりません", () -> terminals.get(id, as("admin")));
        assertEquals(null, terminalOf((String) made.get("terminal")));
        Entry entry = council.entries(council.admin(), AccessLedgers.TERMINALS).get(0);
        assertEquals("2026-11-23", entry.fields().text("revokedOn"));
    }

    @Test
    @DisplayName("8-2(13)① with chapter 2 a terminal is hardware that stands in 様式1; without it the name has to do")
    void boundToHardware() {
        register("{'name':'前からのPC'}");
        council.add(new Inventory());
        Entry pc = Inventory.enter(council, "ハードウェア");
        Entry paper = Inventory.enter(council, "紙媒体");
        Entry gone = Inventory.enter(council, "ハードウェア");
        Inventory.remove(council, gone);
        assertRefused(Kind.INVALID, "様式1", () -> register("{'name':'PC1'}"));
        for (String wrong : List.of(paper.id(), gone.id(), "nothing")) {
            assertRefused(Kind.INVALID, "ハードウェア", () -> register("{'name':'PC1','asset':'" + wrong + "'}"));
        }
        assertEquals(pc.id(), register("{'name':'PC1','asset':'" + pc.id() + "'}").get("asset"));
    }

    @Test
    @DisplayName("8-2(13)① what leaves 様式1 is a terminal no more, at once")
    void removedFromTheInventory() {
        council.add(new Inventory());
        Entry pc = Inventory.enter(council, "ハードウェア");
        Entry other = Inventory.enter(council, "ハードウェア");
        String first = (String) register("{'name':'PC1','asset':'" + pc.id() + "'}").get("terminal");
        String second = (String) register("{'name':'PC2','asset':'" + other.id() + "'}").get("terminal");
        Inventory.remove(council, pc);
        assertEquals(null, terminalOf(first));
        assertTrue(terminalOf(second) != null);
        council.ledger().erase(Inventory.MANAGER, "assets.inventory", other.id(), new Erasure("期限", "裁断", "鈴木"));
        assertEquals(null, terminalOf(second));
        assertEquals(List.of(), due());
    }

    @Test
    @DisplayName("8-2(13)① what turns out to be no hardware is a terminal no more; another correction leaves it one")
    void correctedInTheInventory() {
        council.add(new Inventory());
        Entry pc = Inventory.enter(council, "ハードウェア");
        Entry paper = Inventory.enter(council, "ハードウェア");
        String first = (String) register("{'name':'PC1','asset':'" + pc.id() + "'}").get("terminal");
        String second = (String) register("{'name':'PC2','asset':'" + paper.id() + "'}").get("terminal");
        Inventory.correct(council, pc, "ハードウェア");
        Inventory.correct(council, paper, "紙媒体");
        assertTrue(terminalOf(first) != null);
        assertEquals(null, terminalOf(second));
    }

    @Test
    @DisplayName("8-2(13)① where that could not be written, the operator hears that it is due")
    void dueToBeRevoked() throws Exception {
        council.add(new Inventory());
        Entry pc = Inventory.enter(council, "ハードウェア");
        register("{'name':'PC1','asset':'" + pc.id() + "'}");
        council.deaf(() -> Inventory.remove(council, pc));
        assertEquals(1, due().size());
        assertTrue(due().get(0).title().ja().contains("PC1"));
    }

    private List<Duty> due() {
        return council.duties(council.admin()).stream().filter(d -> d.ledger().equals(AccessLedgers.TERMINALS))
                .toList();
    }

    @Test
    @DisplayName("8-2(13)① terminals are asked for from the first one on, also once it is revoked, or where it is set so")
    void required() {
        Terminals off = TerminalsConfig.terminals(council.directory(), false);
        assertFalse(off.isRequired());
        assertTrue(TerminalsConfig.terminals(council.directory(), true).isRequired());
        String id = (String) register("{'name':'PC1'}").get("id");
        assertTrue(off.isRequired());
        terminals.revoke(id, as("admin"));
        assertTrue(off.isRequired());
    }

    @Test
    @DisplayName("8-2(13)① a restart forgets no terminal")
    void restart() throws Exception {
        String value = (String) register("{'name':'PC1'}").get("terminal");
        council.restart(ADMIN_PASSWORD);
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, new Operators());
        assertTrue(terminalOf(value) != null);
    }
}
