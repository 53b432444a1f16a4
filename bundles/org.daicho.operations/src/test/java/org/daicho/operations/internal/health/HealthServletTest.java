package org.daicho.operations.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.daicho.access.Authenticator;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.operations.internal.Fakes;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

class HealthServletTest {

    private int status;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private static HealthCheckExecutionResult result(String name, Status status) {
        ServiceReference<?> reference = Fakes.of(ServiceReference.class, (proxy, method, arguments) -> switch (method
                .getName()) {
        case "getProperty" -> arguments[0].equals(HealthCheck.NAME)
                ? name
                : arguments[0].equals("service.id") ? 1L : null;
        default -> null;
        });
        HealthCheckMetadata metadata = new HealthCheckMetadata(reference);
        return Fakes.of(HealthCheckExecutionResult.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getHealthCheckResult" -> new Result(status, "詳しいこと");
        case "getHealthCheckMetadata" -> metadata;
        default -> 1L;
        });
    }

    private static List<HealthCheckExecutionResult> all(Status last) {
        List<HealthCheckExecutionResult> results = new ArrayList<>();
        HealthServlet.NEEDED.forEach(name -> results.add(result(name, Status.OK)));
        results.add(result("extra", last));
        return results;
    }

    private String ask(List<HealthCheckExecutionResult> results, Role role, String query) throws IOException {
        HealthCheckExecutor executor = Fakes.of(HealthCheckExecutor.class, (proxy, method, arguments) -> results);
        Authenticator authenticator = (header, address) -> Optional.ofNullable(role)
                .map(held -> new Caller("a", new Person("p", "p"),
                        List.of(new RoleGrant(held, null, null, Set.of())), null, null));
        HttpServletRequest request = Fakes.of(HttpServletRequest.class,
                (proxy, method, arguments) -> switch (method.getName()) {
                case "getQueryString" -> query;
                case "getHeader" -> role == null ? null : "Bearer x";
                default -> null;
                });
        HttpServletResponse response = Fakes.of(HttpServletResponse.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setStatus") || method.getName().equals("sendError")) {
                status = (Integer) arguments[0];
            }
            return method.getName().equals("getOutputStream") ? new Stream() : null;
        });
        body.reset();
        new HealthServlet(executor, authenticator).doGet(request, response);
        return body.toString(StandardCharsets.UTF_8);
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // Nothing here is asynchronous.
        }
    }

    @Test
    void theWorstCheckDecides() throws Exception {
        assertEquals("{\"status\":\"OK\"}", ask(all(Status.OK), null, null));
        assertEquals(200, status);
        assertEquals("{\"status\":\"WARN\"}", ask(all(Status.WARN), null, null));
        assertEquals(200, status);
        assertEquals("{\"status\":\"CRITICAL\"}", ask(all(Status.CRITICAL), null, null));
        assertEquals(503, status);
    }

    @Test
    void withoutTheChecksThatHaveToBeThereItIsNotWell() throws Exception {
        assertEquals("{\"status\":\"CRITICAL\"}", ask(List.of(), null, null));
        assertEquals(503, status);
        List<HealthCheckExecutionResult> some = all(Status.OK);
        some.removeIf(result -> result.getHealthCheckMetadata().getName().equals("keys"));
        assertTrue(ask(some, Role.OPERATOR, null).contains("\"missing\":[\"keys\"]"));
        assertEquals(503, status);
    }

    @Test
    void onlyAnOperatorSeesWhatTheChecksSay() throws Exception {
        assertTrue(ask(all(Status.OK), Role.OPERATOR, null).contains("詳しいこと"));
        assertFalse(ask(all(Status.OK), Role.MANAGER, null).contains("詳しいこと"));
    }

    @Test
    void aRequestThatWantsToConfigureIsRefused() throws Exception {
        ask(all(Status.OK), Role.OPERATOR, "httpStatus=CRITICAL:200");
        assertEquals(400, status);
    }
}
