package org.daicho.chapter.council.board;

import java.util.List;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

/**
 * The correction list (正誤表) of the procedure at {@code /api/council/corrections}, the same for everyone with an account.
 */
@Path("corrections")
public final class CorrectionsResource {

    private final ClauseBooks books;

    CorrectionsResource(ClauseBooks books) {
        this.books = books;
    }

    /** Lists what is corrected in the chapters that are installed. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Correction> list(@Context UriInfo uri) {
        ClausesResource.requireNoQuery(uri);
        return books.corrections();
    }
}
