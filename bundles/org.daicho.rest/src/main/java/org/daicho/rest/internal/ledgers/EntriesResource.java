package org.daicho.rest.internal.ledgers;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Submission;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.http.Versions;
import org.daicho.rest.internal.problem.Problem;

/**
 * The entries of a ledger: read, written, corrected, moved on, destroyed, proven. What may be done is the ledger's to
 * say.
 */
@Path("{ledger}/entries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EntriesResource {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> QUERY = Set.of("limit", "cursor", "from", "to", "q");
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final Ledger ledger;
    private final LedgerLog log;

    EntriesResource(Ledger ledger, LedgerLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** Lists a page of entries. */
    @GET
    public Map<String, Object> list(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String id) {
        Caller caller = Callers.of(security);
        Query query = Query.any(uri);
        LocalDate from = query.date("from");
        LocalDate to = query.date("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.malformed("query.order", from.toString(), to.toString());
        }
        Integer limit = query.integer("limit", 1, MAX_LIMIT);
        Map<String, String> filters = query.others(QUERY);
        Filters.check(ledger.ledger(caller, id).definition(), filters);
        EntryPage page = ledger.list(caller, id, new EntryQuery(limit == null ? DEFAULT_LIMIT : limit,
                query.text("cursor"), from, to, query.text("q"), filters));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("items", EntryViews.views(page.items()));
        view.put("next", page.next());
        return view;
    }

    /** Writes a new entry. */
    @POST
    public Response enter(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String id,
            @HeaderParam(IDEMPOTENCY_KEY) String key, EntryBody body) {
        Query.only(uri);
        Entry entry = ledger.enter(Callers.of(security), id, body.submission(key));
        URI location = uri.getAbsolutePathBuilder().path("{entry}").build(entry.id());
        return Response.created(location).tag(Versions.tag(entry.version())).entity(EntryViews.view(entry)).build();
    }

    /** Reads an entry as it stands, unless the client has that version already. */
    @GET
    @Path("{entry}")
    public Response get(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String id,
            @PathParam("entry") String entry, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Query.only(uri);
        Entry found = ledger.get(Callers.of(security), id, entry);
        EntityTag tag = Versions.tag(found.version());
        return Versions.isKnown(ifNoneMatch, tag) ? Response.notModified(tag).build() : answer(found);
    }

    /** Reads every version of an entry. */
    @GET
    @Path("{entry}/versions")
    public List<Map<String, Object>> versions(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String id, @PathParam("entry") String entry) {
        Query.only(uri);
        return EntryViews.views(ledger.versions(Callers.of(security), id, entry));
    }

    /** Corrects an entry. */
    @PUT
    @Path("{entry}")
    public Response correct(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String id,
            @PathParam("entry") String entry, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(IDEMPOTENCY_KEY) String key, EntryBody body) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        int version = Versions.requiredIfMatch(ifMatch);
        return answer(ledger.correct(caller, id, entry, version, body.submission(key)));
    }

    /** Takes a step of the procedure. */
    @POST
    @Path("{entry}/actions/{action}")
    public Response act(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String id,
            @PathParam("entry") String entry, @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(IDEMPOTENCY_KEY) String key,
            EntryBody body) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        Submission submission = body.submission(key);
        return answer(ledger.act(caller, id, entry, action, Versions.ifMatch(ifMatch), submission));
    }

    /** Destroys an entry's content. */
    @POST
    @Path("{entry}/erasure")
    public Response erase(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String id,
            @PathParam("entry") String entry, ErasureBody body) {
        Query.only(uri);
        return answer(ledger.erase(Callers.of(security), id, entry, body.erasure()));
    }

    /** Proves that an entry is in the log. */
    @GET
    @Path("{entry}/proof")
    public Map<String, Object> proof(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String id, @PathParam("entry") String entry) {
        Integer version = Query.only(uri, "version").integer("version", 1, Integer.MAX_VALUE);
        return ProofViews.view(log.proof(Callers.of(security), id, entry, version));
    }

    private static Response answer(Entry entry) {
        return Response.ok(EntryViews.view(entry)).tag(Versions.tag(entry.version())).build();
    }
}
