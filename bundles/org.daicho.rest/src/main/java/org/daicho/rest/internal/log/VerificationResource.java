package org.daicho.rest.internal.log;

import java.util.Map;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.LedgerException;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Problem;

/**
 * Recomputes the whole log from the stored entries, for operators: a POST starts it, a GET tells how far it is.
 */
@Path("verification")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    private final VerificationRun run;

    VerificationResource(VerificationRun run) {
        this.run = run;
    }

    /** Starts a verification; where one is running already, it is that one. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response start(@Context SecurityContext security, @Context UriInfo uri) {
        Operator.check(security, "verification.forbidden");
        Query.only(uri);
        return Response.accepted(run.start().view()).location(uri.getAbsolutePath()).build();
    }

    /** Tells how far the newest verification is, and what it found. */
    @GET
    public Map<String, Object> state(@Context SecurityContext security, @Context UriInfo uri) {
        Operator.check(security, "verification.forbidden");
        Query.only(uri);
        VerificationRun.State state = run.state();
        if (state == null) {
            throw new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text("verification.none"));
        }
        return state.view();
    }
}
