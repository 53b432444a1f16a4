package org.daicho.rest.internal.problem;

import java.util.Arrays;
import java.util.Locale;

import org.daicho.ledger.LedgerException;

/**
 * The kinds of problems that REST answers with (RFC 9457). The sentences are in {@code messages.properties} under the
 * kind's id.
 */
public enum ProblemType {
    /** The request can't be understood. */
    MALFORMED(400),
    /** No account, or a wrong password or token. */
    UNAUTHENTICATED(401),
    /** The account has no right to it. */
    FORBIDDEN(403),
    /** There is nothing at this address. */
    NOT_FOUND(404),
    /** The address does not know the method. */
    METHOD_NOT_ALLOWED(405),
    /** None of the formats asked for can be had. */
    NOT_ACCEPTABLE(406),
    /** The client was too slow. */
    TIMEOUT(408),
    /** The state forbids it. */
    CONFLICT(409),
    /** The version that the caller saw is not the newest. */
    STALE(412),
    /** The body is too large. */
    TOO_LARGE(413),
    /** The address is too long. */
    URI_TOO_LONG(414),
    /** The body is in another format than asked for. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Rules are broken. */
    INVALID(422),
    /** A header that the call needs is missing. */
    PRECONDITION_REQUIRED(428),
    /** Too many requests. */
    TOO_MANY_REQUESTS(429),
    /** The headers are too large. */
    HEADERS_TOO_LARGE(431),
    /** A fault of the system. */
    INTERNAL(500),
    /** The server does not know the method. */
    NOT_IMPLEMENTED(501),
    /** The system can't serve now. */
    UNAVAILABLE(503),
    /** The server speaks another version of HTTP. */
    VERSION_NOT_SUPPORTED(505);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the name in URNs and messages, such as {@code not-found}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the {@code type} member of the problem, a URN. */
    public String urn() {
        return "urn:daicho:problem:" + id();
    }

    /**
     * Finds the kind for a status.
     *
     * @param status an HTTP status of 400 and above
     * @return the kind; for a status without one {@link #MALFORMED} below 500, {@link #INTERNAL} from there
     */
    public static ProblemType of(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst()
                .orElse(status < 500 ? MALFORMED : INTERNAL);
    }

    /**
     * Finds the kind for a refusal of the ledger.
     *
     * @param kind why the ledger refused
     * @return the kind of the same meaning
     */
    public static ProblemType of(LedgerException.Kind kind) {
        return valueOf(kind.name());
    }
}
