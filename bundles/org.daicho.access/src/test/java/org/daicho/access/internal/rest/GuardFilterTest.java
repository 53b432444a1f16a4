package org.daicho.access.internal.rest;

import static org.daicho.access.internal.TestCouncil.ADMIN_PASSWORD;
import static org.daicho.access.internal.TestCouncil.basic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;

import javax.annotation.security.PermitAll;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.SecurityContext;

import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Operators;
import org.daicho.ledger.Caller;
import org.daicho.ledger.LedgerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardFilterTest {

    @TempDir
    Path keys;
    private TestCouncil council;
    private Logins logins;

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
    }

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, new Operators());
    }

    @AfterEach
    void close() throws Exception {
        council.close();
    }

    private SecurityContext pass(String method, String header) throws Exception {
        Method called = method == null ? null : Guarded.class.getDeclaredMethod(method);
        GuardFilter guard = new GuardFilter(logins);
        inject(guard, "resource", proxy(ResourceInfo.class, (name, args) -> name.equals("getResourceMethod")
                ? called
                : Guarded.class));
        inject(guard, "request", proxy(HttpServletRequest.class, (name, args) -> "192.0.2.7"));
        SecurityContext before = proxy(SecurityContext.class, (name, args) -> name.equals("isSecure") ? false : null);
        SecurityContext[] after = new SecurityContext[1];
        guard.filter(proxy(ContainerRequestContext.class, (name, args) -> switch (name) {
        case "getHeaderString" -> header;
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
}
