package org.daicho.rest.internal.problem;

import java.util.UUID;
import java.util.regex.Pattern;

import org.slf4j.MDC;

/**
 * The id of the request that a thread serves: in the answer's {@code X-Request-Id} and in the log's MDC.
 */
public final class RequestIds {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";

    /** What is taken over from a client goes into the log, so nothing but these. */
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {
    }

    /**
     * Begins a request on this thread.
     *
     * @param given the id that the client sent, or {@code null}
     * @return the client's id where it is well-formed, else a new one
     */
    public static String begin(String given) {
        String id = given != null && GIVEN.matcher(given).matches() ? given : UUID.randomUUID().toString();
        MDC.put(KEY, id);
        return id;
    }

    /** Returns the id of this thread's request, a new one where none has begun. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? begin(null) : id;
    }

    /** Ends the request on this thread. */
    public static void end() {
        MDC.remove(KEY);
    }
}
