package org.daicho.access.internal.rest;

import static org.daicho.access.internal.TestCouncil.ADMIN_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Operators;
import org.daicho.access.internal.login.Sessions;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in and out by the pages, locking and unlocking. */
class SessionResourceTest {

    private static final String LOGIN = "{'name':'admin','password':'" + ADMIN_PASSWORD + "'}";

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;
    private Sessions sessions;
    private SessionResource resource;

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        sessions = new Sessions(council.directory(), council.clock, Duration.ofMinutes(30), Duration.ofMinutes(5),
                Duration.ofHours(12));
        resource = new SessionResource(council.directory(), new Logins(council.ledger(), council.directory(),
                TestCouncil.PASSWORDS, new Operators()), sessions);
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static HttpHeaders with(String cookie) {
        return (HttpHeaders) Proxy.newProxyInstance(SessionResourceTest.class.getClassLoader(),
                new Class<?>[]{HttpHeaders.class}, (proxy, method, args) -> switch (method.getName()) {
                case "getCookies" -> cookie == null
                        ? Map.of()
                        : Map.of("daicho-session", new Cookie("daicho-session", cookie));
                default -> null;
                });
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(SessionResourceTest.class.getClassLoader(),
                new Class<?>[]{HttpServletRequest.class}, (proxy, method, args) -> "192.0.2.7");
    }

    private Response login(String json, String before, boolean isSecure) {
        return resource.open(body(json), new CallerContext(null, isSecure), with(before), request());
    }

    private static String value(Response response) {
        return response.getHeaderString("Set-Cookie").replaceAll("daicho-session=([^;]*);.*", "$1");
    }

    private static Map<?, ?> answer(Object entity) {
        return (Map<?, ?>) (entity instanceof Response response ? response.getEntity() : entity);
    }

    @Test
    void aLoginGivesACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Response plain = login(LOGIN, null, false);
        assertEquals(200, plain.getStatus());
        assertEquals("daicho-session=" + value(plain) + "; Path=/; HttpOnly; SameSite=Strict",
                plain.getHeaderString("Set-Cookie"));
        assertEquals("no-store", plain.getHeaderString("Cache-Control"));
        assertTrue(login(LOGIN, null, true).getHeaderString("Set-Cookie").endsWith("; Secure"));
        assertEquals("admin", answer(plain).get("name"));
        assertEquals(answer(plain), answer(resource.show(with(value(plain)))));
        assertEquals(List.of(false, 300L, 1800L), List.of(answer(plain).get("locked"),
                answer(plain).get("locksAfterSeconds"), answer(plain).get("endsAfterSeconds")));
    }

    @Test
    void wrongPasswordsAreRefusedAndSlowedDown() {
        String wrong = "{'name':'admin','password':'wrong password'}";
        for (int i = 0; i < 5; i++) {
            assertEquals(401, assertThrows(ClientErrorException.class, () -> login(wrong, null, false)).getResponse()
                    .getStatus());
        }
        assertEquals(429, assertThrows(ClientErrorException.class, () -> login(LOGIN, null, false)).getResponse()
                .getStatus());
        LedgerException missing = assertThrows(LedgerException.class, () -> login("{'name':'admin'}", null, false));
        assertEquals(Kind.INVALID, missing.kind());
    }

    @Test
    void anotherLoginEndsTheOneBeforeAndLoggingOutEndsIt() {
        String first = value(login(LOGIN, null, false));
        Response second = login(LOGIN, first, false);
        assertNone(first);
        Response gone = resource.close(new CallerContext(null, false), with(value(second)));
        assertEquals(204, gone.getStatus());
        assertTrue(gone.getHeaderString("Set-Cookie").endsWith("; Max-Age=0"));
        assertNone(value(second));
        assertNone(null);
    }

    private void assertNone(String cookie) {
        assertEquals(Kind.NOT_FOUND,
                assertThrows(LedgerException.class, () -> resource.show(with(cookie))).kind());
    }

    @Test
    @DisplayName("8-2(13)② who leaves locks by hand or by being away, and opens with the password only")
    void lockAndUnlock() {
        String value = value(login(LOGIN, null, false));
        assertEquals(true, resource.lock(with(value)).get("locked"));
        LedgerException wrong = assertThrows(LedgerException.class,
                () -> resource.unlock(body("{'password':'wrong password'}"), with(value), request()));
        assertEquals("password", wrong.violations().get(0).field());
        assertEquals(true, answer(resource.show(with(value))).get("locked"));
        String right = "{'password':'" + ADMIN_PASSWORD + "'}";
        assertEquals(false, resource.unlock(body(right), with(value), request()).get("locked"));
        council.clock.pass(Duration.ofMinutes(5));
        assertEquals(true, answer(resource.show(with(value))).get("locked"));
        assertEquals(false, resource.unlock(body(right), with(value), request()).get("locked"));
        assertEquals(false, answer(resource.show(with(value))).get("locked"));
    }
}
