package org.daicho.rest.internal.log;

import java.util.Map;

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
 * Takes a backup to a folder of the machine that the system runs on, for operators: a POST starts it, a GET tells how far
 * it is. {@code ./daicho backup} calls it.
 */
@Path("backup")
@Produces(MediaType.APPLICATION_JSON)
public class BackupResource {

    private final BackupRun run;

    BackupResource(BackupRun run) {
        this.run = run;
    }

    /** Starts a backup; refused while another is running. */
    @POST
    public Response start(@Context SecurityContext security, @Context UriInfo uri, BackupBody body) {
        Operator.check(security, "backup.forbidden");
        Query.only(uri);
        return Response.accepted(run.start(body.order()).view()).location(uri.getAbsolutePath()).build();
    }

    /** Tells how far the newest backup is, and what became of it. */
    @GET
    public Map<String, Object> state(@Context SecurityContext security, @Context UriInfo uri) {
        Operator.check(security, "backup.forbidden");
        Query.only(uri);
        BackupRun.State state = run.state();
        if (state == null) {
            throw new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text("backup.none"));
        }
        return state.view();
    }
}
