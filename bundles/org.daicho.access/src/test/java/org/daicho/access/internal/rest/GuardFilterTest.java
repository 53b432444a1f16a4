package org.daicho.access.internal.rest;

import static org.daicho.access.internal.TestCouncil.ADMIN_PASSWORD;
import static org.daicho.access.internal.TestCouncil.basic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.annotation.security.PermitAll;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.SecurityContext;

import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.book.TerminalBook;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Operators;
import org.daicho.access.internal.login.Sessions;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardFilterTest {

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;
    private Logins logins;
    private Sessions sessions;

    /** A resource with one method of each kind. */
    static class Guarded {

        void closed() {
            // Only its annotations matter.
        }

        @PermitAll
        void open() {
            // Only its annotations matter.
        }

        @BeforePasswordChange
        void early() {
            // Only its annotations matter.
        }

        @Glance
        void glance() {
            // Only its annotations matter.
        }
    }

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, new Operators());
        sessions = new Sessions(council.directory(), council.clock, Duration.ofMinutes(30), Duration.ofMinutes(5),
                Duration.ofHours(12));
    }

    private SecurityContext pass(String method, String header) throws Exception {
        return pass(method, "GET", header == null ? Map.of() : Map.of("Authorization", header), Map.of());
    }

    private SecurityContext pass(String method, String verb, Map<String, String> headers, Map<String, String> cookies)
            throws Exception {
        Method called = method == null ? null : Guarded.class.getDeclaredMethod(method);
        GuardFilter guard = new GuardFilter(logins, sessions);
        inject(guard, "resource", proxy(ResourceInfo.class, (name, args) -> name.equals("getResourceMethod")
                ? called
                : Guarded.class));
        inject(guard, "request", proxy(HttpServletRequest.class, (name, args) -> "192.0.2.7"));
        SecurityContext before = proxy(SecurityContext.class, (name, args) -> name.equals("isSecure") ? false : null);
        SecurityContext[] after = new SecurityContext[1];
        guard.filter(proxy(ContainerRequestContext.class, (name, args) -> switch (name) {
        case "getHeaderString" -> headers.get(args[0]);
        case "getMethod" -> verb;
        case "getCookies" -> cookies.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Cookie(e.getKey(), e.getValue())));
        case "getSecurityContext" -> before;
        case "setSecurityContext" -> after[0] = (SecurityContext) args[0];
        default -> throw new UnsupportedOperationException(name);
        }));
        return after[0];
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, args) -> method.getReturnType() == void.class
                        ? ignore(answer.to(method.getName(), args))
                        : answer.to(method.getName(), args)));
    }

    private static Object ignore(Object value) {
        return null;
    }

    private static void inject(GuardFilter guard, String field, Object value) throws ReflectiveOperationException {
        Field injected = GuardFilter.class.getDeclaredField(field);
        injected.setAccessible(true);
        injected.set(guard, value);
    }

    private int status(String method, String header) {
        return assertThrows(ClientErrorException.class, () -> pass(method, header)).getResponse().getStatus();
    }

    @Test
    void theCallerIsThePrincipal() throws Exception {
        SecurityContext context = pass("closed", basic("admin", ADMIN_PASSWORD));
        assertEquals("admin", ((Caller) context.getUserPrincipal()).account());
        assertEquals("BASIC", context.getAuthenticationScheme());
    }

    @Test
    void withoutCredentialsOnlyWhatIsOpenToAllIsReached() throws Exception {
        assertNull(pass("open", null).getUserPrincipal());
        assertEquals(401, status("closed", null));
        assertEquals(401, status("early", null));
        assertEquals(401, status(null, null));
    }

    @Test
    void wrongCredentialsAreRefusedWithAChallengeAlsoWhereNoneAreNeeded() {
        var refused = assertThrows(ClientErrorException.class, () -> pass("closed", basic("admin", "wrong")));
        assertEquals(List.of("Basic realm=\"Daicho\", charset=\"UTF-8\"", "Bearer realm=\"Daicho\""),
                refused.getResponse().getHeaders().get("WWW-Authenticate"));
        assertEquals(401, status("open", basic("admin", "wrong")));
        assertEquals(401, status("closed", "Bearer daicho_unknown"));
    }

    @Test
    void tooManyFailuresAreToldToWait() {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, status("closed", basic("admin", "wrong")));
        }
        var refused = assertThrows(ClientErrorException.class, () -> pass("closed", basic("admin", ADMIN_PASSWORD)));
        assertEquals(429, refused.getResponse().getStatus());
        assertEquals(1, Integer.signum(Integer.parseInt(refused.getResponse().getHeaderString("Retry-After"))));
    }

    @Test
    void whoMustChangeThePasswordReachesNothingElse() throws Exception {
        council.person("sato");
        String id = council.directory().account("sato").orElseThrow().id();
        council.accounts().setPassword(council.admin(), id, "given by the operator", true);
        String header = basic("sato", "given by the operator");
        assertEquals(LedgerException.Kind.FORBIDDEN,
                assertThrows(LedgerException.class, () -> pass("closed", header)).kind());
        assertEquals("sato", pass("early", header).getUserPrincipal().getName());
    }

    private String opened(String account) {
        return sessions.open(council.directory().account(account).orElseThrow());
    }

    private Caller byCookie(String method, String value) throws Exception {
        return (Caller) pass(method, "GET", Map.of(), Map.of("daicho-session", value)).getUserPrincipal();
    }

    private int statusByCookie(String value) {
        return assertThrows(ClientErrorException.class, () -> byCookie("closed", value)).getResponse().getStatus();
    }

    @Test
    void aSessionsCookieIsALogin() throws Exception {
        String value = opened("admin");
        SecurityContext context = pass("closed", "GET", Map.of(), Map.of("daicho-session", value));
        assertEquals("admin", context.getUserPrincipal().getName());
        assertEquals("SESSION", context.getAuthenticationScheme());
        assertNull(pass("open", "GET", Map.of(), Map.of("daicho-session", "stale")).getUserPrincipal());
        var refused = assertThrows(ClientErrorException.class, () -> byCookie("closed", "stale"));
        assertEquals(List.of("Bearer realm=\"Daicho\""), refused.getResponse().getHeaders().get("WWW-Authenticate"));
    }

    @Test
    void aChangeByCookieShowsThatItComesFromOurPages() throws Exception {
        String value = opened("admin");
        String csrf = sessions.find(value, false).orElseThrow().csrf();
        Map<String, String> cookie = Map.of("daicho-session", value);
        for (String verb : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Daicho-CSRF", "x"))) {
                assertEquals(LedgerException.Kind.FORBIDDEN,
                        assertThrows(LedgerException.class, () -> pass("closed", verb, headers, cookie)).kind());
            }
            pass("closed", verb, Map.of("Daicho-CSRF", csrf), cookie);
        }
        pass("closed", "POST", Map.of("Authorization", basic("admin", ADMIN_PASSWORD)), cookie);
    }

    @Test
    @DisplayName("8-2(13)② who is away for five minutes is locked, whatever the page does by itself meanwhile")
    void lockedWhenLeft() throws Exception {
        String value = opened("admin");
        council.clock.pass(Duration.ofMinutes(4));
        assertFalse(byCookie("closed", value).locked());
        council.clock.pass(Duration.ofMinutes(4));
        assertFalse(byCookie("glance", value).locked());
        council.clock.pass(Duration.ofMinutes(1));
        assertTrue(byCookie("glance", value).locked());
        assertTrue(byCookie("closed", value).locked());
        assertTrue(byCookie("closed", value).locked());
        sessions.unlock(value);
        assertFalse(byCookie("closed", value).locked());
        assertFalse(((Caller) pass("closed", basic("admin", ADMIN_PASSWORD)).getUserPrincipal()).locked());
    }

    @Test
    @DisplayName("8-2(13)② a session ends after half an hour without use, and after twelve hours of it")
    void endsWhenNotUsed() throws Exception {
        String left = opened("admin");
        council.clock.pass(Duration.ofMinutes(30));
        assertEquals(401, statusByCookie(left));
        String used = opened("admin");
        for (int i = 0; i < 25; i++) {
            byCookie("closed", used);
            council.clock.pass(Duration.ofMinutes(28));
        }
        byCookie("closed", used);
        council.clock.pass(Duration.ofMinutes(20));
        assertEquals(401, statusByCookie(used));
    }

    @Test
    @DisplayName("4-2(2) a session ends with another password, and with its account")
    void endsWithThePassword() throws Exception {
        council.person("sato");
        String id = council.directory().account("sato").orElseThrow().id();
        council.accounts().setPassword(council.admin(), id, "the first password", false);
        String value = opened("sato");
        assertEquals("sato", byCookie("closed", value).account());
        council.accounts().setPassword(council.admin(), id, "the second password", false);
        assertEquals(401, statusByCookie(value));
        String other = opened("sato");
        council.accounts().disable(council.admin(), council.directory().account("sato").orElseThrow(), true);
        assertEquals(401, statusByCookie(other));
    }

    @Test
    @DisplayName("8-2(13)① a call comes from the terminal that it shows; one that does not hold is refused, not ignored")
    void terminal() throws Exception {
        var made = new TerminalBook(council.ledger(), council.directory()).register(council.admin(), "PC1", null);
        String login = basic("admin", ADMIN_PASSWORD);
        Map<String, String> shown = Map.of("Authorization", login, "Daicho-Terminal", made.value());
        assertEquals(made.id(), ((Caller) pass("closed", "GET", shown, Map.of()).getUserPrincipal()).terminal());
        Map<String, String> by = Map.of("daicho-session", opened("admin"), "daicho-terminal", made.value());
        assertEquals(made.id(), ((Caller) pass("closed", "GET", Map.of(), by).getUserPrincipal()).terminal());
        assertNull(((Caller) pass("closed", login).getUserPrincipal()).terminal());
        Map<String, String> wrong = Map.of("Authorization", login, "Daicho-Terminal", "daicho_terminal_x");
        assertEquals(LedgerException.Kind.FORBIDDEN,
                assertThrows(LedgerException.class, () -> pass("closed", "GET", wrong, Map.of())).kind());
        Map<String, String> stale = Map.of("daicho-session", opened("admin"), "daicho-terminal", "x");
        assertNull(((Caller) pass("closed", "GET", Map.of(), stale).getUserPrincipal()).terminal());
    }

    @Test
    void anAccountsOldestSessionsMakeRoom() throws Exception {
        String first = opened("admin");
        for (int i = 0; i < 20; i++) {
            council.clock.pass(Duration.ofSeconds(1));
            opened("admin");
        }
        assertEquals(401, statusByCookie(first));
    }
}
