package org.daicho.access.internal.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

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
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Session;
import org.daicho.access.internal.login.Sessions;
import org.daicho.access.internal.message.Messages;
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

    /** The header in which the pages show that a change is theirs. */
    static final String CSRF = "Daicho-CSRF";

    /** The challenge for scripts (RFC 6750); browsers take the other one. */
    static final String BEARER = "Bearer realm=\"Daicho\"";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Logins logins;
    private final Sessions sessions;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    /** Guards with the logins and sessions of access. */
    @Activate
    public GuardFilter(@Reference Logins logins, @Reference Sessions sessions) {
        this.logins = logins;
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null && isOpen()) {
            context.setSecurityContext(new CallerContext(null, context.getSecurityContext().isSecure()));
            return;
        }
        String session = header == null ? Cookies.value(context.getCookies(), Cookies.SESSION) : null;
        Login login = (session == null ? login(header) : bySession(session, context))
                .orElseThrow(() -> unauthorized(session != null));
        if (login.mustChange() && !isMarked(BeforePasswordChange.class)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "password.must-change");
        }
        context.setSecurityContext(new CallerContext(at(login, context),
                context.getSecurityContext().isSecure()));
    }

    /**
     * What a call says of its terminal is refused where it does not hold; a cookie, which browsers send unasked, then just
     * gives none.
     */
    private Login at(Login login, ContainerRequestContext context) {
        String header = context.getHeaderString(TERMINAL);
        if (header != null) {
            return logins.at(login, header).orElseThrow(
                    () -> Messages.refused(LedgerException.Kind.FORBIDDEN, "terminal.invalid"));
        }
        String cookie = Cookies.value(context.getCookies(), Cookies.TERMINAL);
        return cookie == null ? login : logins.at(login, cookie).orElse(login);
    }

    /** A browser sends its cookie whoever asks it to, so every change has to show that it comes from our own pages. */
    private Optional<Login> bySession(String value, ContainerRequestContext context) {
        Session session = sessions.find(value, false).orElse(null);
        if (session == null) {
            return Optional.empty();
        }
        String csrf = context.getHeaderString(CSRF);
        if (!SAFE.contains(context.getMethod())
                && (csrf == null || !MessageDigest.isEqual(bytes(csrf), bytes(session.csrf())))) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "session.csrf");
        }
        return isMarked(Glance.class)
                ? sessions.login(session)
                : sessions.find(value, true).flatMap(sessions::login);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Pages ask for the password themselves; the Basic challenge would make the browser do it. */
    private static NotAuthorizedException unauthorized(boolean byPage) {
        Response.ResponseBuilder answer = Response.status(Response.Status.UNAUTHORIZED);
        if (!byPage) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Authenticator.CHALLENGE);
        }
        return new NotAuthorizedException(answer.header(HttpHeaders.WWW_AUTHENTICATE, BEARER).build());
    }

    private Optional<Login> login(String header) {
        try {
            return logins.login(header, request.getRemoteAddr());
        } catch (LoginThrottledException e) {
            throw throttled(e);
        }
    }

    static ClientErrorException throttled(LoginThrottledException e) {
        return new ClientErrorException(Response.status(TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds()).build(), e);
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
