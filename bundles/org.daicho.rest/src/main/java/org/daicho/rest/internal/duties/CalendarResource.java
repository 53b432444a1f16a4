package org.daicho.rest.internal.duties;

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

/**
 * The calendar of duties by its ending, whatever {@code Accept} says.
 */
@Path("")
public class CalendarResource {

    private final DutiesResource duties;

    CalendarResource(DutiesResource duties) {
        this.duties = duties;
    }

    /** Gives what is due as a calendar. */
    @GET
    @Produces(MediaType.WILDCARD)
    public Response calendar(@Context SecurityContext security, @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return duties.calendar(security, uri, language);
    }
}
