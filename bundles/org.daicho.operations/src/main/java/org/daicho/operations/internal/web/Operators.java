package org.daicho.operations.internal.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.daicho.access.Authenticator;
import org.daicho.access.LoginThrottledException;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;

/**
 * Finds out whether an operator asks. Where it answers the request itself, it says so.
 */
public final class Operators {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int TOO_MANY_REQUESTS = 429;

    private Operators() {
    }

    /** Who asks. */
    public enum Asking {
        /** Nobody that is known: no credentials were sent. */
        NOBODY,
        /** An account that is no operator's. */
        OTHER,
        /** An operator. */
        OPERATOR,
        /** Unknown, and the request has been answered. */
        ANSWERED
    }

    /**
     * Looks at a request's credentials.
     *
     * @param authenticator checks them, or {@code null} where nobody can
     * @param request       the request
     * @param response      is answered where they don't hold (401, 403, 429, 503)
     * @return who asks
     */
    public static Asking of(Authenticator authenticator, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String credentials = request.getHeader("Authorization");
        if (credentials == null || authenticator == null) {
            return Asking.NOBODY;
        }
        try {
            Optional<Caller> caller = authenticator.authenticate(credentials, request.getRemoteAddr());
            if (caller.isPresent()) {
                return isOperator(caller.get()) ? Asking.OPERATOR : Asking.OTHER;
            }
            challenge(response);
        } catch (LoginThrottledException e) {
            response.setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
            response.sendError(TOO_MANY_REQUESTS);
        } catch (LedgerException e) {
            response.sendError(e.kind() == LedgerException.Kind.FORBIDDEN
                    ? HttpServletResponse.SC_FORBIDDEN
                    : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return Asking.ANSWERED;
    }

    /** Answers 401. */
    public static void challenge(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", Authenticator.CHALLENGE);
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static boolean isOperator(Caller caller) {
        LocalDate today = LocalDate.now(TOKYO);
        return caller.grants().stream().anyMatch(grant -> grant.role() == Role.OPERATOR && grant.activeOn(today));
    }
}
