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

import org.daicho.ledger.Sheets;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.sheet.SheetRef;
import org.daicho.ledger.system.SheetRenderer;
import org.daicho.ledger.value.Caller;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.problem.Languages;

/**
 * The paper sheets of a ledger. The check of a sheet is found under it, too.
 */
@Path("{ledger}/sheets")
public class SheetsResource {

    private final Sheets sheets;
    private final Formats formats;
    private final ChecksResource checks;

    SheetsResource(Sheets sheets, Formats formats, ChecksResource checks) {
        this.sheets = sheets;
        this.formats = formats;
        this.checks = checks;
    }

    /** Lists the sheets. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<SheetRef> list(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger) {
        Query.only(uri);
        return sheets.sheets(Callers.of(security), ledger);
    }

    /** Gives a sheet in the format asked for. */
    @GET
    @Path("{period}")
    @Produces(MediaType.WILDCARD)
    public Response sheet(@Context SecurityContext security, @Context UriInfo uri, @PathParam("ledger") String ledger,
            @PathParam("period") String name, @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Query.only(uri);
        Caller caller = Callers.of(security);
        Formats.Name asked = Formats.Name.of(name);
        SheetPeriod period = Periods.sheet(asked.period());
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

    /** Tells the same as {@link ChecksResource#check}. */
    @GET
    @Path("{period}/checks")
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck check(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period) {
        return checks.check(security, uri, ledger, period);
    }

    /** Does the same as {@link ChecksResource#sign}. */
    @POST
    @Path("{period}/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public MonthlyCheck sign(@Context SecurityContext security, @Context UriInfo uri,
            @PathParam("ledger") String ledger, @PathParam("period") String period, CheckBody body) {
        return checks.sign(security, uri, ledger, period, body);
    }
}
