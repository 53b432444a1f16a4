package org.daicho.operations.internal.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class HttpEndpointTest {

    private static final String KEY = "osgi.http.endpoint";

    @Test
    void thePortIsThatOfTheFirstAbsoluteEndpoint() {
        assertEquals(OptionalInt.of(8181),
                HttpEndpoint.port(Map.of(KEY, new String[]{"/", "http://127.0.0.1:8181/", "http://[::1]:8182/"})));
        assertEquals(OptionalInt.of(80), HttpEndpoint.port(Map.of(KEY, "http://localhost:80/")));
    }

    @Test
    void thereIsNoneWhileHttpDoesNotListen() {
        assertEquals(OptionalInt.empty(), HttpEndpoint.port(Map.of()));
        assertEquals(OptionalInt.empty(), HttpEndpoint.port(Map.of(KEY, new String[]{"/"})));
        assertEquals(OptionalInt.empty(), HttpEndpoint.port(Map.of(KEY, "http://nowhere/")));
    }
}
