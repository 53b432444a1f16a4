package org.daicho.rest.internal.problem;

import java.util.List;

import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An answer that says what is wrong, as RFC 9457 has it. The texts become one language when it is written.
 *
 * @param type       the kind of problem, a URN
 * @param title      the kind in a few words
 * @param status     the HTTP status
 * @param detail     what is wrong here and what to do
 * @param instance   names this one occurrence, or {@code null}
 * @param violations the broken rules; empty mostly
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, Text title, int status, Text detail, String instance,
        List<Violation> violations) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Texts TEXTS = new Texts(Problem.class, "messages");

    public Problem {
        violations = List.copyOf(violations);
    }

    /**
     * Makes the general problem of a kind.
     *
     * @param type the kind
     */
    public static Problem of(ProblemType type) {
        return of(type, text(type.id() + ".detail"));
    }

    /**
     * Makes a problem.
     *
     * @param type       the kind
     * @param detail     what is wrong here and what to do
     * @param violations the broken rules
     */
    public static Problem of(ProblemType type, Text detail, Violation... violations) {
        return new Problem(type.urn(), text(type.id() + ".title"), type.status(), detail, null,
                List.of(violations));
    }

    /**
     * Makes the problem of a refusal.
     *
     * @param refusal why the ledger refused
     */
    public static Problem of(LedgerException refusal) {
        ProblemType type = ProblemType.of(refusal.kind());
        Text detail = refusal.text() == null ? text(type.id() + ".detail") : refusal.text();
        return of(type, detail, refusal.violations().toArray(Violation[]::new));
    }

    /**
     * Makes the problem of a status that some other part answered with.
     *
     * @param status an HTTP status of 400 and above
     */
    public static Problem of(int status) {
        ProblemType type = ProblemType.of(status);
        return new Problem(type.urn(), text(type.id() + ".title"), status, text(type.id() + ".detail"), null,
                List.of());
    }

    /** Makes the problem of a call that came over a network without TLS (4-4). */
    public static Problem unencrypted() {
        return new Problem(ProblemType.FORBIDDEN.urn(), text("unencrypted.title"), ProblemType.FORBIDDEN.status(),
                text("unencrypted.detail"), null, List.of());
    }

    /**
     * Makes the problem of a fault of the system.
     *
     * @param id the id under which the fault is logged
     */
    public static Problem fault(String id) {
        return new Problem(ProblemType.INTERNAL.urn(), text("internal.title"), ProblemType.INTERNAL.status(),
                text("internal.fault", id), "urn:daicho:request:" + id, List.of());
    }

    /**
     * Reads a message of this bundle in both languages.
     *
     * @param key  the message's key
     * @param args what goes into its pattern
     */
    public static Text text(String key, Object... args) {
        return TEXTS.text(key, args);
    }

    /** Makes a refusal of a request that can't be understood. */
    public static ProblemException malformed(String key, Object... args) {
        return new ProblemException(of(ProblemType.MALFORMED, text(key, args)));
    }

    /**
     * Makes a refusal that names a member of the body.
     *
     * @param field the member, or {@code null} for the whole body
     * @param key   the message's key
     * @param args  what goes into its pattern
     */
    public static ProblemException invalid(String field, String key, Object... args) {
        return new ProblemException(of(ProblemType.INVALID, text("invalid.detail"),
                new Violation(field, null, text(key, args))));
    }

    /** Returns the answer. */
    public Response response() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
    }
}
