package org.daicho.access.internal.rest;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.access.internal.book.TokenBook;
import org.daicho.access.internal.directory.AccessToken;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
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
 * Tokens for scripts, at {@code /api/access/tokens}: operators see and make all of them, everyone their own.
 */
@Component(service = TokensResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource {

    private static final Set<String> MEMBERS = Set.of("label", "account", "expires");

    private final AccountDirectory directory;
    private final TokenBook tokens;

    /** Serves from the directory, and writes through the ledger. */
    @Activate
    public TokensResource(@Reference Ledger ledger, @Reference AccountDirectory directory) {
        this.directory = directory;
        tokens = new TokenBook(ledger);
    }

    /** Lists the tokens that were not taken back. */
    @GET
    public List<Map<String, Object>> list(@Context SecurityContext security) {
        Caller caller = Callers.of(security);
        return directory.tokens().stream().filter(t -> !t.revoked() && reaches(caller, t.account()))
                .map(Answers::token).toList();
    }

    /** Shows one of them. */
    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") String id, @Context SecurityContext security) {
        return Answers.token(find(Callers.of(security), id, false));
    }

    /** Issues a token for the caller's account or, by an operator, for another; its value is shown in this answer only. */
    @POST
    public Response issue(InputStream body, @Context SecurityContext security, @Context UriInfo uri) {
        Caller caller = Callers.of(security);
        Members members = Members.read(body, MEMBERS);
        members.require("label");
        String label = members.text("label");
        String given = members.text("account");
        OffsetDateTime expires = members.dateTime("expires");
        if (expires != null && !expires.toInstant().isAfter(Instant.now())) {
            members.wrong("expires", "token.expires");
        }
        String account = given == null ? caller.account() : given;
        if (!reaches(caller, account)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "forbidden.token");
        }
        String name = directory.account(account).map(Account::name).orElse(null);
        if (name == null) {
            members.wrong("account", "account.unknown", account);
        }
        members.done();
        TokenBook.Issued issued = tokens.issue(caller, label, name, expires);
        Map<String, Object> answer = new LinkedHashMap<>(directory.tokens().stream()
                .filter(t -> t.id().equals(issued.id())).findFirst().map(Answers::token).orElseThrow());
        answer.put("token", issued.value());
        return Response.created(uri.getAbsolutePathBuilder().path(issued.id()).build()).entity(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Takes a token back. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    public Response revoke(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Callers.of(security);
        tokens.revoke(caller, find(caller, id, true));
        return Response.noContent().build();
    }

    private AccessToken find(Caller caller, String id, boolean revoked) {
        return directory.tokens().stream()
                .filter(t -> t.id().equals(id) && (revoked || !t.revoked()) && reaches(caller, t.account()))
                .findFirst().orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "token.unknown"));
    }

    private static boolean reaches(Caller caller, String account) {
        return Callers.isOperator(caller) || Callers.isSelf(caller, account);
    }
}
