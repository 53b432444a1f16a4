package org.daicho.rest.internal.log;

import java.util.Optional;

import javax.annotation.security.PermitAll;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Problem;

/**
 * The log in the C2SP formats, for anybody: its leaves hold commitments only.
 */
@Path("")
@PermitAll
public class LogResource {

    private static final String TEXT = "text/plain;charset=utf-8";

    private final LedgerLog log;

    LogResource(LedgerLog log) {
        this.log = log;
    }

    /** Gives the newest checkpoint. */
    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    public Response checkpoint(@Context UriInfo uri) {
        Query.only(uri);
        return Response.ok(log.checkpoint(), TEXT).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Gives the verifier key. */
    @GET
    @Path("key")
    @Produces(TEXT)
    public Response key(@Context UriInfo uri) {
        Query.only(uri);
        return Response.ok(log.verifierKey(), TEXT).build();
    }

    /** Gives a tile or a bundle of entries. A partial one may be replaced, so only full ones are kept by caches. */
    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@Context UriInfo uri, @PathParam("path") String path) {
        Query.only(uri);
        TilePath tile = TilePath.parse(path).orElseThrow(LogResource::unknown);
        Optional<byte[]> bytes = tile.entries()
                ? log.entries(tile.index(), tile.width())
                : log.tile(tile.level(), tile.index(), tile.width());
        return Response.ok(bytes.orElseThrow(LogResource::unknown), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL,
                        tile.isFull() ? "public, max-age=31536000, immutable" : "no-store")
                .build();
    }

    private static LedgerException unknown() {
        return new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text("tile.unknown"));
    }
}
