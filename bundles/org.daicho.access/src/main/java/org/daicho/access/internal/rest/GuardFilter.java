package org.daicho.access.internal.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;

import javax.annotation.Priority;
import javax.annotation.security.PermitAll;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

import org.daicho.access.Authenticator;
import org.daicho.access.LoginThrottledException;
import org.daicho.access.internal.Messages;
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.ledger.LedgerException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The guard of every JAX-RS application: no request reaches a resource without a caller, but for what is open to all
 * ({@link PermitAll}). Applications and resources name it in {@code osgi.jaxrs.extension.select}, so that they are gone
 * when it is.
 * <p>
 * One instance for each application, as the injected fields are the application's.
 */
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE, property = "daicho.guard=access")
@JaxrsExtension
@JaxrsName("daicho.guard")
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
@Priority(Priorities.AUTHENTICATION)
public final class GuardFilter implements ContainerRequestFilter {

    /** The header in which a registered terminal shows itself (8-2(13)①). */
    static final String TERMINAL = "Daicho-Terminal";

    static final int TOO_MANY_REQUESTS = 429;

    /** The challenge for scripts (RFC 6750); browsers take the other one. */
    private static final String BEARER = "Bearer realm=\"Daicho\"";

    private final Logins logins;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    /** Guards with the logins of access. */
    @Activate
    public GuardFilter(@Reference Logins logins) {
        this.logins = logins;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null && isOpen()) {
            context.setSecurityContext(new CallerContext(null, context.getSecurityContext().isSecure()));
            return;
        }
        Login login = login(header).orElseThrow(() -> new NotAuthorizedException(
                Response.status(Response.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, Authenticator.CHALLENGE)
                        .header(HttpHeaders.WWW_AUTHENTICATE, BEARER).build()));
        if (login.mustChange() && !isMarked(BeforePasswordChange.class)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "password.must-change");
        }
        context.setSecurityContext(new CallerContext(at(login, context.getHeaderString(TERMINAL)),
                context.getSecurityContext().isSecure()));
    }

    /** What can't be a terminal of the council is refused rather than ignored. */
    private Login at(Login login, String terminal) {
        return terminal == null
                ? login
                : logins.at(login, terminal).orElseThrow(
                        () -> Messages.refused(LedgerException.Kind.FORBIDDEN, "terminal.invalid"));
    }

    private Optional<Login> login(String header) {
        try {
            return logins.login(header, request.getRemoteAddr());
        } catch (LoginThrottledException e) {
            throw new ClientErrorException(Response.status(TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds()).build(), e);
        }
    }

    private boolean isOpen() {
        return isMarked(PermitAll.class) || resource.getResourceClass() != null
                && resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    /** An answer that the container itself makes, such as to OPTIONS, has no method and so is open to no one. */
    private boolean isMarked(Class<? extends Annotation> annotation) {
        Method method = resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(annotation);
    }
}
