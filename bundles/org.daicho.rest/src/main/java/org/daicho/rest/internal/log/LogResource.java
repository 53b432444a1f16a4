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
import org.daicho.ledger.log.PublishedLog;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Problem;

/**
 * The log in the C2SP formats, for anybody: its leaves hold commitments only.
 */
@Path("")
@PermitAll
public class LogResource {

    private static final String TEXT = "text/plain;charset=utf-8";

    /** The number of a log, at the front of a path. */
    private static final String NUMBER = "{number: [1-9][0-9]*}/";

    private final LedgerLog log;

    LogResource(LedgerLog log) {
        this.log = log;
    }

    /** Gives the newest checkpoint. */
    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    public Response checkpoint(@Context UriInfo uri) {
        return checkpoint(uri, log);
    }

    /** Gives the last checkpoint of a log by its number: 1 for the first, one more for each that took over. */
    @GET
    @Path(NUMBER + "checkpoint")
    @Produces(TEXT)
    public Response checkpointOf(@Context UriInfo uri, @PathParam("number") int number) {
        return checkpoint(uri, log(number));
    }

    private static Response checkpoint(UriInfo uri, PublishedLog log) {
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

    /** Gives the verifier key of a log by its number. */
    @GET
    @Path(NUMBER + "key")
    @Produces(TEXT)
    public Response keyOf(@Context UriInfo uri, @PathParam("number") int number) {
        Query.only(uri);
        return Response.ok(log(number).verifierKey(), TEXT).build();
    }

    /** Gives the first checkpoint of a log that took over from another, which that one's key has signed too. */
    @GET
    @Path("succession")
    @Produces(TEXT)
    public Response succession(@Context UriInfo uri) {
        Query.only(uri);
        return Response.ok(log.succession().orElseThrow(LogResource::unknown), TEXT).build();
    }

    /** Gives the same of a log by its number. */
    @GET
    @Path(NUMBER + "succession")
    @Produces(TEXT)
    public Response successionOf(@Context UriInfo uri, @PathParam("number") int number) {
        Query.only(uri);
        return Response.ok(log(number).succession().orElseThrow(LogResource::unknown), TEXT).build();
    }

    /** Gives a tile or a bundle of entries. A partial one may be replaced, so only full ones are kept by caches. */
    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@Context UriInfo uri, @PathParam("path") String path) {
        return tile(uri, path, log);
    }

    /** Gives a tile or a bundle of entries of a log by its number. */
    @GET
    @Path(NUMBER + "tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tileOf(@Context UriInfo uri, @PathParam("number") int number, @PathParam("path") String path) {
        return tile(uri, path, log(number));
    }

    private static Response tile(UriInfo uri, String path, PublishedLog log) {
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

    private PublishedLog log(int number) {
        return log.log(number).orElseThrow(LogResource::unknown);
    }

    private static LedgerException unknown() {
        return new LedgerException(LedgerException.Kind.NOT_FOUND, Problem.text("tile.unknown"));
    }
}
