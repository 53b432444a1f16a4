package org.daicho.access.internal.rest;

import java.io.InputStream;
import java.util.Set;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

import org.daicho.access.LoginThrottledException;
import org.daicho.access.internal.book.AccountBook;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.PasswordRules;
import org.daicho.access.internal.login.Passwords;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * The password of an account, at {@code /api/access/users/{name}/password}: operators set any, everyone their own.
 */
@Component(service = PasswordResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("users/{name}/password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordResource {

    private static final Set<String> MEMBERS = Set.of("password", "current", "mustChange");

    private final AccountDirectory directory;
    private final Passwords passwords;
    private final Logins logins;
    private final AccountBook accounts;

    /** Writes passwords through the ledger. */
    @Activate
    public PasswordResource(@Reference Ledger ledger, @Reference AccountDirectory directory,
            @Reference Passwords passwords, @Reference Logins logins) {
        this.directory = directory;
        this.passwords = passwords;
        this.logins = logins;
        accounts = new AccountBook(ledger, directory, passwords);
    }

    /**
     * Sets a password. Who sets their own shows that they know the present one, by Basic credentials or by the member
     * {@code current}: else a stolen token would take the account.
     */
    @PUT
    @BeforePasswordChange
    @Produces(MediaType.WILDCARD)
    public Response set(@PathParam("name") String name, InputStream body, @Context SecurityContext security,
            @Context HttpServletRequest request) {
        Caller caller = Callers.of(security);
        boolean self = Callers.isSelf(caller, name);
        boolean operator = Callers.isOperator(caller);
        if (!self && mustChange(caller)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "password.must-change");
        }
        if (!self && !operator) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "forbidden.operator");
        }
        Account account = directory.account(name)
                .orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "account.unknown", name));
        Members members = Members.read(body, MEMBERS);
        members.require("password");
        if (self && !operator && !Login.BASIC.equals(security.getAuthenticationScheme())) {
            members.require("current");
        }
        String password = members.verbatim("password");
        String current = members.verbatim("current");
        Boolean mustChange = members.flag("mustChange");
        if (password != null) {
            PasswordRules.wrong(password, account.name()).ifPresent(text -> members.wrong("password", text));
        }
        members.done();
        if (current != null && !knows(account, current, request)) {
            throw Messages.invalid("current", "password.current");
        }
        if (self && passwords.verify(password, account.passwordHash(), () -> {})) {
            throw Messages.invalid("password", "password.same");
        }
        accounts.setPassword(caller, account.id(), password, !self && Boolean.TRUE.equals(mustChange));
        return Response.noContent().build();
    }

    private boolean mustChange(Caller caller) {
        return directory.account(caller.account()).filter(Account::mustChange).isPresent();
    }

    private boolean knows(Account account, String password, HttpServletRequest request) {
        try {
            return logins.knows(account, password, request.getRemoteAddr());
        } catch (LoginThrottledException e) {
            throw GuardFilter.throttled(e);
        }
    }
}
