package org.daicho.rest.internal.http;

import java.security.Principal;

import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.core.SecurityContext;

import org.daicho.ledger.value.Caller;

/**
 * Finds out who calls.
 */
public final class Callers {

    private Callers() {
    }

    /**
     * Returns the caller that the guard let in. Refuses (401) where nobody was let in, so that a resource without a
     * guard gives nothing away.
     *
     * @param context the request's security context
     * @return the caller; never {@code null}
     */
    public static Caller of(SecurityContext context) {
        Principal principal = context.getUserPrincipal();
        if (principal instanceof Caller caller) {
            return caller;
        }
        throw new NotAuthorizedException("Basic realm=\"daicho\", charset=\"UTF-8\"");
    }
}
