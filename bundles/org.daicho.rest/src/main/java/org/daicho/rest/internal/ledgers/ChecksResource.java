package org.daicho.rest.internal.ledgers;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Sheets;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Caller;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;

/**
 * The responsible manager's checks of a ledger's months, and of a living list (3-5, 5-5, 8-3, 2-3(2)).
 */
@Path("{ledger}/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

    private final Sheets sheets;

    ChecksResource(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Tells what a check has to explain, and whether it was made. */
    @GET
    @Path("{period}")
    public MonthlyCheck check(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        return sheets.check(caller, ledger, Periods.check(period));
    }

    /** Signs a check. */
    @POST
    @Path("{period}")
    public MonthlyCheck sign(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period, CheckBody body) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        return sheets.sign(caller, ledger, Periods.check(period), body.submission());
    }

    /** Marks an improvement that the check asks for as done. */
    @POST
    @Path("{period}/improvements/{improvement}")
    public MonthlyCheck complete(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period,
            @PathParam("improvement") String improvement, ImprovementDone body) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        return sheets.complete(caller, ledger, Periods.check(period), improvement, body.given());
    }
}
