package org.daicho.chapter.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * The notes that nobody has settled, at {@code /api/example/open}. It holds no right of its own: the ledger gives each
 * caller what that one may read.
 */
@Path("open")
public final class OpenNotesResource {

    private static final int PAGE = 500;

    private final Ledger ledger;

    OpenNotesResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Lists the open notes, the oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> list(@Context SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return open(caller).stream().map(note -> Map.of("id", note.id(), "fields", note.fields().values())).toList();
        }
        throw new NotAuthorizedException("Basic realm=\"daicho\", charset=\"UTF-8\"");
    }

    List<Entry> open(Caller caller) {
        List<Entry> open = new ArrayList<>();
        String cursor = null;
        do {
            EntryPage page = ledger.list(caller, ExampleChapter.NOTES,
                    new EntryQuery(PAGE, cursor, null, null, null, Map.of()));
            page.items().stream().filter(note -> note.state().equals("open") && note.erased() == null)
                    .forEach(open::add);
            cursor = page.next();
        } while (cursor != null);
        return open;
    }
}
