package org.daicho.operations.internal.modules.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.modules.Modules;

/**
 * Lists the modules for everybody with an account, and changes them for operators.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String SCOPE = "modules.changes";
    private static final int MOST_BODY = 64;

    private final Modules modules;

    ModulesResource(Modules modules) {
        this.modules = modules;
    }

    /** Lists the modules that are there or could be. */
    @GET
    public List<Map<String, Object>> list(@Context SecurityContext security, @Context UriInfo uri) {
        caller(security);
        plain(uri);
        return modules.list();
    }

    /** Shows one module. */
    @GET
    @Path("{id}")
    public Map<String, Object> info(@PathParam("id") String id, @Context SecurityContext security,
            @Context UriInfo uri) {
        caller(security);
        plain(uri);
        return modules.info(id);
    }

    /** Adds a module; answers once it serves. */
    @PUT
    @Path("{id}")
    public Map<String, Object> add(@PathParam("id") String id, InputStream body, @Context SecurityContext security,
            @Context UriInfo uri) {
        return change(modules::add, id, body, security, uri);
    }

    /** Takes a module out; answers once it is gone. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public void remove(@PathParam("id") String id, InputStream body, @Context SecurityContext security,
            @Context UriInfo uri) {
        Caller by = operator(security);
        plain(uri);
        empty(body);
        modules.remove(by, id);
    }

    /** Puts the newest version in the place of the one that is there. */
    @POST
    @Path("{id}/update")
    public Map<String, Object> update(@PathParam("id") String id, InputStream body, @Context SecurityContext security,
            @Context UriInfo uri) {
        return change(modules::update, id, body, security, uri);
    }

    /** Puts the version before in the place of the one that is there. */
    @POST
    @Path("{id}/rollback")
    public Map<String, Object> rollback(@PathParam("id") String id, InputStream body,
            @Context SecurityContext security, @Context UriInfo uri) {
        return change(modules::rollback, id, body, security, uri);
    }

    private Map<String, Object> change(BiConsumer<Caller, String> change, String id, InputStream body,
            SecurityContext security, UriInfo uri) {
        Caller by = operator(security);
        plain(uri);
        empty(body);
        change.accept(by, id);
        return modules.info(id);
    }

    private static Caller caller(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new NotAuthorizedException("Basic realm=\"daicho\", charset=\"UTF-8\"");
    }

    private static Caller operator(SecurityContext security) {
        Caller caller = caller(security);
        LocalDate today = LocalDate.now(ZONE);
        if (caller.grants().stream()
                .noneMatch(grant -> grant.role() == Role.OPERATOR && grant.activeOn(today) && grant.covers(SCOPE))) {
            throw Messages.refused(Kind.FORBIDDEN, "forbidden");
        }
        return caller;
    }

    private static void plain(UriInfo uri) {
        uri.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw Messages.refused(Kind.MALFORMED, "query.unknown", name);
        });
    }

    /** Nothing that was sent is ignored: which module is in the address, and there is nothing more to say. */
    private static void empty(InputStream body) {
        try {
            String text = body == null ? "" : new String(body.readNBytes(MOST_BODY), StandardCharsets.UTF_8).strip();
            if (!text.isEmpty() && !text.equals("{}")) {
                throw Messages.refused(Kind.MALFORMED, "body.unknown");
            }
        } catch (IOException e) {
            throw Messages.refused(Kind.MALFORMED, "body.unknown");
        }
    }
}
