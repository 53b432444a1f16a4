package org.daicho.operations.internal.readiness;

import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;

/**
 * Reads where HTTP listens from the properties of the HTTP runtime.
 */
final class HttpEndpoint {

    private HttpEndpoint() {
    }

    /** Returns the port of the first absolute endpoint, or nothing while HTTP does not listen. */
    static OptionalInt port(Map<String, Object> properties) {
        Object endpoints = properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        String[] urls = endpoints instanceof String[] several ? several : new String[]{String.valueOf(endpoints)};
        for (String url : urls) {
            int port = url.startsWith("http://") ? URI.create(url).getPort() : -1;
            if (port > 0) {
                return OptionalInt.of(port);
            }
        }
        return OptionalInt.empty();
    }
}
