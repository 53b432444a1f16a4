package org.daicho.access.internal.rest;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.annotation.security.PermitAll;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

import org.daicho.access.LoginThrottledException;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Session;
import org.daicho.access.internal.login.Sessions;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.LedgerException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * The session of a browser, at {@code /api/access/session}: logging in and out, locking and unlocking (8-2(13)②).
 * Scripts need none: their credentials come with each request.
 */
@Component(service = SessionResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final AccountDirectory directory;
    private final Logins logins;
    private final Sessions sessions;

    /** Opens sessions for logins that hold. */
    @Activate
    public SessionResource(@Reference AccountDirectory directory, @Reference Logins logins,
            @Reference Sessions sessions) {
        this.directory = directory;
        this.logins = logins;
        this.sessions = sessions;
    }

    /** Logs in. A session that the browser had before ends, so that nobody else's goes on under it. */
    @POST
    @PermitAll
    public Response open(InputStream body, @Context SecurityContext security, @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        Members members = Members.read(body, Set.of("name", "password"));
        members.require("name", "password");
        String name = members.verbatim("name");
        String password = members.verbatim("password");
        members.done();
        Account account = checked(name, password, request).orElseThrow(() -> new NotAuthorizedException(
                Response.status(Response.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, GuardFilter.BEARER).build()));
        String before = cookie(headers);
        if (before != null) {
            sessions.close(before);
        }
        String value = sessions.open(account);
        return Response.ok(view(sessions.find(value, false).orElseThrow()))
                .header(HttpHeaders.SET_COOKIE, Cookies.session(value, security.isSecure()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Shows the session, and does not count as use of it. */
    @GET
    @Glance
    @BeforePasswordChange
    public Response show(@Context HttpHeaders headers) {
        return Response.ok(view(session(headers))).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Logs out. */
    @DELETE
    @BeforePasswordChange
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    public Response close(@Context SecurityContext security, @Context HttpHeaders headers) {
        session(headers);
        sessions.close(cookie(headers));
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, Cookies.gone(Cookies.SESSION, security.isSecure())).build();
    }

    /** Locks the session, as who leaves their place does. */
    @POST
    @Path("lock")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> lock(@Context HttpHeaders headers) {
        session(headers);
        sessions.lock(cookie(headers));
        return view(session(headers));
    }

    /** Unlocks the session of who gives their password again; a wrong one counts like a failed login. */
    @POST
    @Path("unlock")
    public Map<String, Object> unlock(InputStream body, @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        Session session = session(headers);
        Members members = Members.read(body, Set.of("password"));
        members.require("password");
        String password = members.verbatim("password");
        members.done();
        if (checked(session.account(), password, request).isEmpty()) {
            throw Messages.invalid("password", "password.current");
        }
        sessions.unlock(cookie(headers));
        return view(session(headers));
    }

    private Optional<Account> checked(String name, String password, HttpServletRequest request) {
        try {
            return logins.password(name, password, request.getRemoteAddr()).map(Login::caller)
                    .flatMap(caller -> directory.account(caller.account()));
        } catch (LoginThrottledException e) {
            throw GuardFilter.throttled(e);
        }
    }

    private static String cookie(HttpHeaders headers) {
        return Cookies.value(headers.getCookies(), Cookies.SESSION);
    }

    private Session session(HttpHeaders headers) {
        // Who comes with credentials of their own has no use for one.
        return Optional.ofNullable(cookie(headers))
                .filter(value -> headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null)
                .flatMap(value -> sessions.find(value, false))
                .orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "session.none"));
    }

    private Map<String, Object> view(Session session) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", session.account());
        answer.put("csrf", session.csrf());
        answer.put("locked", session.locked());
        answer.put("locksAfterSeconds", sessions.lock().toSeconds());
        answer.put("endsAfterSeconds", sessions.idle().toSeconds());
        return answer;
    }
}
