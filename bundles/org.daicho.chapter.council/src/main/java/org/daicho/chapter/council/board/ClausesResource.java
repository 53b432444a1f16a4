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

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Texts;

/**
 * The clause board at {@code /api/council/clauses}.
 */
@Path("clauses")
public final class ClausesResource {

    private static final Texts TEXTS = new Texts(ClausesResource.class, "messages");

    private final ClauseBoard board;

    ClausesResource(ClauseBoard board) {
        this.board = board;
    }

    /** Lists every clause of the procedure and how it stands. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> list(@Context SecurityContext security, @Context UriInfo uri) {
        requireNoQuery(uri);
        if (security.getUserPrincipal() instanceof Caller caller) {
            return board.rows(caller).stream().map(ClausesResource::view).toList();
        }
        throw new NotAuthorizedException("Basic realm=\"daicho\", charset=\"UTF-8\"");
    }

    /** A condition that is not known is an error, never ignored. */
    static void requireNoQuery(UriInfo uri) {
        if (!uri.getQueryParameters().isEmpty()) {
            throw new LedgerException(LedgerException.Kind.MALFORMED,
                    TEXTS.text("query.unknown", uri.getQueryParameters().keySet().iterator().next()));
        }
    }

    private static Map<String, Object> view(Row row) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("clause", row.clause());
        view.put("state", row.state().id());
        view.put("stateLabel", row.state().label());
        view.put("modules", row.modules());
        view.put("absent", row.absent());
        view.put("heading", row.heading());
        view.put("text", row.text());
        view.put("scan", row.scan());
        view.put("system", row.system());
        view.put("ledgers", row.ledgers());
        view.put("evidence", row.evidence());
        view.put("gaps", row.gaps().stream().map(ClausesResource::view).toList());
        return view;
    }

    private static Map<String, Object> view(Duty gap) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("ledger", gap.ledger());
        view.put("clause", gap.clause());
        view.put("title", gap.title());
        view.put("due", gap.due());
        view.put("who", gap.who());
        return view;
    }
}
