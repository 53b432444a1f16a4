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

    /**
     * What is taken over from a client goes into the log, so nothing but what programs make: a UUID, or the id of a trace
     * (W3C Trace Context). A name or a number of a person is neither.
     */
    private static final Pattern GIVEN = Pattern
            .compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9a-f]{32}");

    /** The id that a filter around the whole request gave this thread. */
    private static final ThreadLocal<String> OPEN = new ThreadLocal<>();

    private RequestIds() {
    }

    /**
     * Begins a request on this thread, and keeps its id until {@link #close}.
     *
     * @param given the id that the client sent, or {@code null}
     * @return the id
     */
    public static String open(String given) {
        close();
        String id = begin(given);
        OPEN.set(id);
        return id;
    }

    /** Ends what {@link #open} began. */
    public static void close() {
        OPEN.remove();
        MDC.remove(KEY);
    }

    /**
     * Begins a request on this thread, unless it is open.
     *
     * @param given the id that the client sent, or {@code null}
     * @return the id of the open request; else the client's where it is well-formed, else a new one
     */
    public static String begin(String given) {
        if (OPEN.get() != null) {
            return OPEN.get();
        }
        String id = given != null && GIVEN.matcher(given).matches() ? given : UUID.randomUUID().toString();
        MDC.put(KEY, id);
        return id;
    }

    /** Returns the id of this thread's request, a new one where none has begun. */
    public static String current() {
        String id = OPEN.get() != null ? OPEN.get() : MDC.get(KEY);
        return id == null ? begin(null) : id;
    }

    /** Ends the request on this thread, unless it is open. */
    public static void end() {
        if (OPEN.get() == null) {
            MDC.remove(KEY);
        }
    }
}
