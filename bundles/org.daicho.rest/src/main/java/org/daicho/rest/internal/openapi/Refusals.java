package org.daicho.rest.internal.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shared answers other than success: what refuses is a problem (RFC 9457).
 */
final class Refusals {

    private static final Map<String, String> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put("NotModified", "304");
        STATUSES.put("Malformed", "400");
        STATUSES.put("Unauthenticated", "401");
        STATUSES.put("Forbidden", "403");
        STATUSES.put("NotFound", "404");
        STATUSES.put("NotAcceptable", "406");
        STATUSES.put("Conflict", "409");
        STATUSES.put("Stale", "412");
        STATUSES.put("TooLarge", "413");
        STATUSES.put("UnsupportedMediaType", "415");
        STATUSES.put("Invalid", "422");
        STATUSES.put("PreconditionRequired", "428");
        STATUSES.put("TooManyRequests", "429");
        STATUSES.put("Unavailable", "503");
    }

    private Refusals() {
    }

    /** Returns the status of a shared answer. */
    static String status(String name) {
        return STATUSES.get(name);
    }

    /**
     * Adds what any operation of a kind may answer.
     *
     * @param responses where to add it
     * @param guarded   whether it asks for an account
     * @param written   whether it takes a body
     * @param found     whether its address names something that may not be there
     */
    static void addTo(Map<String, Object> responses, boolean guarded, boolean written, boolean found) {
        add(responses, "Malformed", true);
        add(responses, "Unauthenticated", guarded);
        add(responses, "Forbidden", guarded);
        add(responses, "NotFound", found);
        add(responses, "TooLarge", written);
        add(responses, "UnsupportedMediaType", written);
        add(responses, "TooManyRequests", guarded);
        add(responses, "Unavailable", true);
        responses.putIfAbsent("default", Node.ref("responses/Fault"));
    }

    private static void add(Map<String, Object> responses, String name, boolean wanted) {
        if (wanted) {
            responses.putIfAbsent(status(name), Node.ref("responses/" + name));
        }
    }
}
