package org.daicho.rest.internal.ledgers;

import java.util.List;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Choice;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;

/**
 * The ledgers and their definitions.
 */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class LedgersResource {

    private final Ledger ledger;

    LedgersResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Lists the ledgers. */
    @GET
    public List<Map<String, Object>> ledgers(@Context SecurityContext security, @Context UriInfo uri) {
        Query.only(uri);
        return ledger.ledgers(Callers.of(security)).stream().map(LedgerViews::summary).toList();
    }

    /** Tells what a column that refers to another ledger takes. */
    @GET
    @Path("{ledger}/choices/{column}")
    public List<Choice> choices(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String id, @PathParam("column") String column) {
        String sought = Query.only(uri, "q").text("q");
        return ledger.choices(Callers.of(security), id, column, sought);
    }

    /** Describes one. */
    @GET
    @Path("{ledger}")
    public Map<String, Object> ledger(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String id) {
        Query.only(uri);
        return LedgerViews.detail(ledger.ledger(Callers.of(security), id));
    }
}
