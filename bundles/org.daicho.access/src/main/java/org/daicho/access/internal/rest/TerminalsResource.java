package org.daicho.access.internal.rest;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.access.internal.book.TerminalBook;
import org.daicho.access.internal.book.TokenBook;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.Terminal;
import org.daicho.access.internal.login.TokenValues;
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
 * The council's terminals, at {@code /api/access/terminals}: operators register and revoke them, the manager sees them
 * (8-2(13)①). A terminal shows itself by the header {@value GuardFilter#TERMINAL}, or a browser on it by a cookie.
 */
@Component(service = TerminalsResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("terminals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TerminalsResource {

    private static final Set<String> MEMBERS = Set.of("name", "asset");

    private final AccountDirectory directory;
    private final TerminalBook terminals;

    /** Serves from the directory, and writes through the ledger. */
    @Activate
    public TerminalsResource(@Reference Ledger ledger, @Reference AccountDirectory directory) {
        this.directory = directory;
        terminals = new TerminalBook(ledger, directory);
    }

    /** Lists the terminals that were not taken back. */
    @GET
    public List<Map<String, Object>> list(@Context SecurityContext security) {
        Callers.reader(security);
        return directory.terminals().stream().filter(t -> !t.revoked()).map(Answers::terminal).toList();
    }

    /** Shows one of them. */
    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") String id, @Context SecurityContext security) {
        Callers.reader(security);
        return Answers.terminal(find(id, false));
    }

    /** Registers a terminal; its value is shown in this answer only. */
    @POST
    public Response register(InputStream body, @Context SecurityContext security, @Context UriInfo uri) {
        Caller caller = Callers.operator(security);
        Members members = Members.read(body, MEMBERS);
        members.require("name");
        String name = members.text("name");
        String asset = members.text("asset");
        members.done();
        TokenBook.Issued issued = terminals.register(caller, name, asset);
        Map<String, Object> answer = new LinkedHashMap<>(Answers.terminal(find(issued.id(), true)));
        answer.put("terminal", issued.value());
        return Response.created(uri.getAbsolutePathBuilder().path(issued.id()).build()).entity(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Makes the browser that asks remember which terminal it stands on; who has the value was given it. */
    @PUT
    @Path("here")
    @Produces(MediaType.WILDCARD)
    public Response here(InputStream body, @Context SecurityContext security) {
        Members members = Members.read(body, Set.of("terminal"));
        members.require("terminal");
        String value = members.text("terminal");
        members.done();
        if (directory.terminal(TokenValues.hash(value)).isEmpty()) {
            throw Messages.invalid("terminal", "terminal.invalid");
        }
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, Cookies.terminal(value, security.isSecure())).build();
    }

    /** Takes a terminal back. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    public Response revoke(@PathParam("id") String id, @Context SecurityContext security) {
        terminals.revoke(Callers.operator(security), find(id, true));
        return Response.noContent().build();
    }

    private Terminal find(String id, boolean revoked) {
        return directory.terminals().stream().filter(t -> t.id().equals(id) && (revoked || !t.revoked())).findFirst()
                .orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "terminal.unknown"));
    }
}
