package org.daicho.rest.internal.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Duties;
import org.daicho.ledger.sheet.Duty;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Languages;

/**
 * What is due, as JSON or as a calendar.
 */
@Path("")
public class DutiesResource {

    private final Duties duties;
    private final Clock clock;

    DutiesResource(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    /** Lists what is due. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> list(@Context SecurityContext security, @Context UriInfo uri) {
        return find(security, uri).stream().map(DutiesResource::view).toList();
    }

    /** Gives the same as a calendar. */
    @GET
    @Produces(DutiesCalendar.MEDIA_TYPE)
    public Response calendar(@Context SecurityContext security, @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        String calendar = DutiesCalendar.write(find(security, uri), clock.instant(), Languages.choose(language));
        return Response.ok(calendar, DutiesCalendar.MEDIA_TYPE + ";charset=utf-8").build();
    }

    private List<Duty> find(SecurityContext security, UriInfo uri) {
        LocalDate asOf = Query.only(uri, "asOf").date("asOf");
        return duties.duties(Callers.of(security), asOf == null ? LocalDate.now(clock) : asOf);
    }

    private static Map<String, Object> view(Duty duty) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", duty.key());
        view.put("ledger", duty.ledger());
        view.put("clause", duty.clause());
        view.put("title", duty.title());
        view.put("due", duty.due());
        view.put("who", duty.who());
        return view;
    }
}
