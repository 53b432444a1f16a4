package org.daicho.rest.internal.ledgers;

import java.util.List;
import java.util.Optional;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.MonthlyCheck;
import org.daicho.ledger.form.Sheet;
import org.daicho.ledger.form.SheetRef;
import org.daicho.ledger.spi.SheetRenderer;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Languages;

/**
 * The paper sheets of a ledger, and the checks of its months.
 */
@Path("{ledger}")
public class SheetsResource {

    private final Sheets sheets;
    private final Formats formats;

    SheetsResource(Sheets sheets, Formats formats) {
        this.sheets = sheets;
        this.formats = formats;
    }

    /** Lists the sheets. */
    @GET
    @Path("sheets")
    @Produces(MediaType.APPLICATION_JSON)
    public List<SheetRef> list(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger) {
        Query.only(uri);
        return sheets.sheets(Callers.of(security), ledger);
    }

    /** Gives a sheet in the format asked for. */
    @GET
    @Path("sheets/{period}")
    @Produces(MediaType.WILDCARD)
    public Response sheet(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String ledger,
            @PathParam("period") String name, @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        Formats.Name asked = Formats.Name.of(name);
        String period = Periods.sheet(asked.period());
        Optional<SheetRenderer> renderer = formats.choose(asked.ending(), accept);
        Sheet sheet = sheets.sheet(caller, ledger, period);
        return renderer.map(r -> file(r, sheet, language))
                .orElseGet(() -> Response.ok(SheetViews.view(sheet), MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static Response.ResponseBuilder file(SheetRenderer renderer, Sheet sheet, String language) {
        byte[] file = renderer.render(sheet, Languages.choose(language));
        String type = renderer.mediaType().startsWith("text/")
                ? renderer.mediaType() + ";charset=utf-8"
                : renderer.mediaType();
        String name = sheet.definition().id() + "-" + sheet.period() + "." + renderer.extension();
        return Response.ok(file, type).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "\"");
    }

    /** Tells what a check has to explain, and whether it was made. */
    @GET
    @Path("checks/{period}")
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck check(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        return sheets.check(caller, ledger, Periods.check(period));
    }

    /** Tells the same at the sheet's address. */
    @GET
    @Path("sheets/{period}/checks")
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck checkOfSheet(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period) {
        return check(security, uri, ledger, period);
    }

    /** Signs a check. */
    @POST
    @Path("checks/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck sign(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period, CheckBody body) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        return sheets.sign(caller, ledger, Periods.check(period), body.submission());
    }

    /** Signs it at the sheet's address. */
    @POST
    @Path("sheets/{period}/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck signSheet(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period, CheckBody body) {
        return sign(security, uri, ledger, period, body);
    }
}
