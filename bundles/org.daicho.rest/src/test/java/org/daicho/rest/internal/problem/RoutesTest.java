package org.daicho.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Path;
import javax.ws.rs.container.ResourceInfo;

import org.junit.jupiter.api.Test;

class RoutesTest {

    /** A resource. */
    @Path("{ledger}/entries")
    public static class Entries {

        @Path("tile/{path: [a-z]{2}.+}")
        public void tile() {
            // Never called.
        }
    }

    private static String route(String base, Class<?> resource, String method) throws NoSuchMethodException {
        Method met = method == null ? null : resource.getMethod(method);
        Map<String, Object> attributes = new HashMap<>();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(RoutesTest.class.getClassLoader(),
                new Class<?>[]{HttpServletRequest.class}, (proxy, called, arguments) -> switch (called.getName()) {
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "getAttribute" -> attributes.get(arguments[0]);
                default -> throw new UnsupportedOperationException();
                });
        Routes.note(request, base, new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                return met;
            }

            @Override
            public Class<?> getResourceClass() {
                return resource;
            }
        });
        return Routes.of(request);
    }

    @Test
    void aRouteHasTheNamesOfVariablesOnly() throws Exception {
        assertEquals("/api/ledgers/{ledger}/entries/tile/{path}", route("/api/ledgers/", Entries.class, "tile"));
    }

    @Test
    void whereNothingWasMetItIsTheApplication() throws Exception {
        assertEquals("/api/ledgers", route("/api/ledgers/", null, null));
    }
}
