package org.daicho.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Application;

import org.daicho.itest.Endpoints.Endpoint;
import org.daicho.ledger.LedgerConditions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.whiteboard.JaxrsWhiteboardConstants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;

/**
 * Nothing answers without the guard of access, whichever bundle brings it, and nothing at all while access is gone.
 */
public class GuardTest {

    private static final long START_MILLIS = 60_000;

    /** What everybody may call: the log, whose leaves hold commitments only, and where one logs in. */
    private static final Set<String> PUBLIC = Set.of("GET /api/log/checkpoint", "GET /api/log/key",
            "GET /api/log/tile/x", "GET /api/log/succession", "GET /api/log/x/checkpoint", "GET /api/log/x/key",
            "GET /api/log/x/tile/x", "GET /api/log/x/succession", "POST /api/access/session");

    /** Servlets that answer everybody, and tell nothing of any ledger. */
    private static final Set<String> PUBLIC_SERVLETS = Set.of("GET /system/health", "GET /system/health.json",
            "GET /system/health.txt");

    /** Whose extensions stand in every application. */
    private static final List<String> BASE = List.of("org.daicho.access", "org.daicho.rest",
            "org.apache.aries.jax.rs.jackson");

    @InjectBundleContext
    BundleContext context;

    @InjectService
    JaxrsServiceRuntime whiteboard;

    private Endpoints endpoints;

    @BeforeEach
    void look(
            @InjectService(filter = LedgerConditions.READY_FILTER, timeout = START_MILLIS) ServiceAware<Condition> ready,
            @InjectService HttpServiceRuntime servlets) {
        int port = (Integer) ready.getServiceReference().getProperty("daicho.port");
        endpoints = new Endpoints(context, whiteboard, servlets, port);
    }

    @Test
    void everyApplicationAndResourceWaitsForTheGuard() {
        assertTrue(endpoints.resources().size() > 20, endpoints.resources()::toString);
        assertEquals(List.of(), endpoints.unguarded());
        assertEquals(List.of(), endpoints.foreignExtensions(BASE));
    }

    @Test
    void noResourceAnswersWithoutAnAccount() {
        assertEquals(List.of(), answeringResources());
    }

    @Test
    void noServletAnswersWithoutAnAccount() {
        assertFalse(endpoints.servlets().isEmpty());
        assertEquals(List.of(), answeringServlets());
    }

    @Test
    void anUnguardedResourceIsFound() throws Exception {
        ServiceRegistration<Application> open = context.registerService(Application.class, new OpenApplication(),
                properties(Map.of(JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE, "/api/itest-open",
                        JaxrsWhiteboardConstants.JAX_RS_NAME, "itest.open")));
        try {
            await(() -> !endpoints.unguarded().isEmpty());
            assertEquals(List.of("application itest.open"), endpoints.unguarded());
            withoutAccess(() -> await(
                    () -> List.of("GET /api/itest-open/door (itest.open)").equals(answeringResources())));
        } finally {
            open.unregister();
        }
        await(() -> endpoints.unguarded().isEmpty());
        assertEquals(List.of(), answeringResources());
    }

    @Test
    void aResourceThatAnyExtensionSatisfiesIsFound() throws Exception {
        ServiceRegistration<Application> open = context.registerService(Application.class, new OpenApplication(),
                properties(Map.of(JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE, "/api/itest-any",
                        JaxrsWhiteboardConstants.JAX_RS_NAME, "itest.any",
                        JaxrsWhiteboardConstants.JAX_RS_EXTENSION_SELECT, "(osgi.jaxrs.name=*)")));
        try {
            await(() -> !endpoints.unguarded().isEmpty());
            assertEquals(List.of("application itest.any"), endpoints.unguarded());
        } finally {
            open.unregister();
        }
        await(() -> endpoints.unguarded().isEmpty());
    }

    @Test
    void aResourceOfNoApplicationIsFoundAndNotServed() throws Exception {
        ServiceRegistration<Door> open = context.registerService(Door.class, new Door(),
                properties(Map.of(JaxrsWhiteboardConstants.JAX_RS_RESOURCE, "true",
                        JaxrsWhiteboardConstants.JAX_RS_NAME, "itest.door")));
        try {
            await(() -> !endpoints.unguarded().isEmpty());
            assertEquals(List.of("resource itest.door"), endpoints.unguarded());
            assertEquals(404, endpoints.status(new Endpoint("GET", "/door", "itest")));
        } finally {
            open.unregister();
        }
        await(() -> endpoints.unguarded().isEmpty());
    }

    @Test
    void anUnguardedServletIsFound() {
        ServiceRegistration<Servlet> open = context.registerService(Servlet.class, new OpenServlet(), properties(
                Map.of("osgi.http.whiteboard.servlet.pattern", "/itest-open", "osgi.http.whiteboard.servlet.name",
                        "itest.servlet")));
        try {
            assertEquals(List.of("GET /itest-open (itest.servlet)"), answeringServlets());
        } finally {
            open.unregister();
        }
        assertEquals(List.of(), answeringServlets());
    }

    @Test
    void anExtensionThatIsNotOfTheBaseIsFound() throws Exception {
        ServiceRegistration<ContainerRequestFilter> foreign = context.registerService(ContainerRequestFilter.class,
                (ContainerRequestContext request) -> {}, properties(Map.of(
                        JaxrsWhiteboardConstants.JAX_RS_EXTENSION, "true", JaxrsWhiteboardConstants.JAX_RS_NAME,
                        "itest.extension", JaxrsWhiteboardConstants.JAX_RS_APPLICATION_SELECT,
                        "(osgi.jaxrs.name=org.daicho.duties)")));
        try {
            await(() -> !endpoints.foreignExtensions(BASE).isEmpty());
            assertEquals(List.of("extension itest.extension"), endpoints.foreignExtensions(BASE));
        } finally {
            foreign.unregister();
        }
        await(() -> endpoints.foreignExtensions(BASE).isEmpty());
    }

    /** Something to do. */
    private interface Step {

        void run() throws Exception;
    }

    @Test
    void withoutAccessNothingAnswersUntilItIsBack() throws Exception {
        List<Endpoint> before = endpoints.resources();
        withoutAccess(() -> {
            for (Endpoint endpoint : before) {
                int status = endpoints.status(endpoint);
                assertTrue(status == 404 || status == 503, endpoint + " answered " + status);
            }
            assertEquals(List.of(), answeringServlets());
            assertEquals(List.of(), answeringResources());
        });
        for (Endpoint endpoint : before) {
            assertEquals(isPublic(endpoint), endpoints.status(endpoint) != 401, endpoint::toString);
        }
    }

    /** Takes access away for a while, and waits until all that was there before is there again. */
    private void withoutAccess(Step meanwhile) throws Exception {
        Set<Endpoint> before = Set.copyOf(endpoints.resources());
        Bundle access = Arrays.stream(context.getBundles())
                .filter(bundle -> "org.daicho.access".equals(bundle.getSymbolicName())).findFirst().orElseThrow();
        access.stop();
        try {
            meanwhile.run();
        } finally {
            access.start();
        }
        await(() -> Set.copyOf(endpoints.resources()).equals(before));
    }

    private List<String> answeringResources() {
        return endpoints.resources().stream().filter(endpoint -> !isPublic(endpoint))
                .filter(endpoint -> endpoints.status(endpoint) != 401).map(Endpoint::toString).sorted().toList();
    }

    private List<String> answeringServlets() {
        return endpoints.servlets().stream()
                .filter(endpoint -> !PUBLIC_SERVLETS.contains(endpoint.method() + " " + endpoint.path()))
                .filter(endpoint -> endpoints.status(endpoint) < 300).map(Endpoint::toString).toList();
    }

    private static boolean isPublic(Endpoint endpoint) {
        return PUBLIC.contains(endpoint.method() + " " + endpoint.path());
    }

    /** Asks again whenever the whiteboard says that it changed. */
    private void await(BooleanSupplier condition) throws Exception {
        Object[] next = {new CountDownLatch(1)};
        ServiceListener listener = event -> {
            synchronized (next) {
                ((CountDownLatch) next[0]).countDown();
                next[0] = new CountDownLatch(1);
            }
        };
        context.addServiceListener(listener, "(objectClass=" + JaxrsServiceRuntime.class.getName() + ")");
        try {
            while (true) {
                CountDownLatch changed;
                synchronized (next) {
                    changed = (CountDownLatch) next[0];
                }
                if (condition.getAsBoolean()) {
                    return;
                }
                assertTrue(changed.await(START_MILLIS, TimeUnit.MILLISECONDS), "the whiteboard did not change");
            }
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private static Dictionary<String, Object> properties(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }

    /** An application that asks for nothing. */
    public static class OpenApplication extends Application {

        @Override
        public Set<Object> getSingletons() {
            return Set.of(new Door());
        }
    }

    /** A resource that lets everybody in. */
    @Path("door")
    public static class Door {

        /** Lets in. */
        @GET
        public String open() {
            return "open";
        }
    }

    /** A servlet that lets everybody in. */
    private static final class OpenServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("open");
        }
    }
}
