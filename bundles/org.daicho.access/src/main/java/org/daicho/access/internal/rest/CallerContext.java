package org.daicho.access.internal.rest;

import java.security.Principal;
import java.time.LocalDate;

import javax.ws.rs.core.SecurityContext;

import org.daicho.access.internal.login.Login;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Caller;

/**
 * Who calls, as JAX-RS resources see it: the principal is the {@link Caller}, or {@code null} where no one is known.
 *
 * @param login    the login, or {@code null}
 * @param isSecure whether the request came over TLS
 */
record CallerContext(Login login, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return login == null ? null : login.caller();
    }

    @Override
    public boolean isUserInRole(String role) {
        LocalDate today = LocalDate.now(Days.TOKYO);
        return login != null && login.caller().grants().stream()
                .anyMatch(g -> g.role().id().equals(role) && g.activeOn(today));
    }

    @Override
    public String getAuthenticationScheme() {
        return login == null ? null : login.scheme();
    }
}
