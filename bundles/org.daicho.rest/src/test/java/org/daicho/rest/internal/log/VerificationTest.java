package org.daicho.rest.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;

import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Semaphore go = new Semaphore(0);
    private RuntimeException failure;
    private final VerificationRun run = new VerificationRun(log(), Clock.systemUTC());
    private final VerificationResource resource = new VerificationResource(run);

    /** A log whose verification tells of 256 leaves, and ends when the test lets it. */
    private LedgerLog log() {
        return (LedgerLog) Proxy.newProxyInstance(LedgerLog.class.getClassLoader(), new Class<?>[]{LedgerLog.class},
                (proxy, method, args) -> {
                    ((LongConsumer) args[0]).accept(256);
                    asked.countDown();
                    go.acquire();
                    if (failure != null) {
                        throw failure;
                    }
                    ((LongConsumer) args[0]).accept(300);
                    return new Verification(true, 300, 2, "AAA=", new Text("良", "fits"));
                });
    }

    private static SecurityContext as(Role role) {
        Principal caller = role == null
                ? null
                : new Caller("a", new Person("p", "a"), List.of(new RoleGrant(role, null, null, Set.of())), null, null);
        return (SecurityContext) Proxy.newProxyInstance(SecurityContext.class.getClassLoader(),
                new Class<?>[]{SecurityContext.class}, (proxy, method, args) -> caller);
    }

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(UriInfo.class.getClassLoader(), new Class<?>[]{UriInfo.class},
                (proxy, method, args) -> switch (method.getName()) {
                case "getQueryParameters" -> new MultivaluedHashMap<String, String>();
                case "getAbsolutePath", "getRequestUri" -> URI.create("http://a/api/log/verification");
                default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private String state() {
        return (String) resource.state(as(Role.OPERATOR), uri()).get("state");
    }

    private void awaitEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("daicho-log-verification")) {
                thread.join();
            }
        }
    }

    @Test
    void itRunsAsideOneAtATimeAndThenTellsWhatItFound() throws Exception {
        assertEquals(202, resource.start(as(Role.OPERATOR), uri()).getStatus());
        asked.await();
        assertEquals("running", state());
        assertEquals(256L, resource.state(as(Role.OPERATOR), uri()).get("done"));
        assertNull(resource.state(as(Role.OPERATOR), uri()).get("ok"));
        resource.start(as(Role.OPERATOR), uri()); // the same one: a second would wait for a second permit
        go.release();
        awaitEnd();
        var found = resource.state(as(Role.OPERATOR), uri());
        assertEquals("finished", found.get("state"));
        assertEquals(true, found.get("ok"));
        assertEquals(2L, found.get("erased"));
        assertEquals(0, go.availablePermits());
    }

    @Test
    void oneThatBreaksOffIsNotOk() throws Exception {
        failure = new IllegalStateException("broken");
        resource.start(as(Role.OPERATOR), uri());
        go.release();
        awaitEnd();
        assertEquals("failed", state());
        assertNull(resource.state(as(Role.OPERATOR), uri()).get("ok"));
    }

    @Test
    void itEndsWithTheSystem() throws Exception {
        resource.start(as(Role.OPERATOR), uri());
        asked.await();
        run.stop();
        go.release();
        awaitEnd();
        assertEquals("failed", state());
    }

    @Test
    void onlyOperatorsMay() {
        for (Role role : Role.values()) {
            if (role != Role.OPERATOR) {
                assertEquals(Kind.FORBIDDEN,
                        assertThrows(LedgerException.class, () -> resource.start(as(role), uri())).kind());
                assertEquals(Kind.FORBIDDEN,
                        assertThrows(LedgerException.class, () -> resource.state(as(role), uri())).kind());
            }
        }
        assertThrows(NotAuthorizedException.class, () -> resource.start(as(null), uri()));
    }

    @Test
    void beforeTheFirstThereIsNone() {
        assertEquals(Kind.NOT_FOUND, assertThrows(LedgerException.class, this::state).kind());
    }
}
