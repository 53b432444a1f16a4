package org.daicho.chapter.council.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Caller;

/**
 * The correction list (正誤表) of the procedure at {@code /api/council/corrections}.
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
    public List<Map<String, String>> list(@Context SecurityContext security, @Context UriInfo uri) {
        ClausesResource.requireNoQuery(uri);
        if (!(security.getUserPrincipal() instanceof Caller)) {
            throw new NotAuthorizedException("Basic realm=\"daicho\", charset=\"UTF-8\"");
        }
        return books.corrections().stream().map(CorrectionsResource::view).toList();
    }

    private static Map<String, String> view(Correction correction) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("where", correction.where());
        view.put("scan", correction.scan());
        view.put("use", correction.use());
        view.put("kind", correction.kind());
        return view;
    }
}
