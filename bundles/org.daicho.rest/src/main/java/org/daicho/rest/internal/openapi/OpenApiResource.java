package org.daicho.rest.internal.openapi;

import static java.util.stream.Collectors.toSet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.http.Query;
import org.daicho.rest.internal.http.Versions;
import org.daicho.rest.internal.json.Json;
import org.daicho.rest.internal.problem.Languages;

/**
 * What is live now and the caller may take, as OpenAPI. An operator, who generates clients for all others, gets all of it;
 * each operation names who may take it.
 */
@Path("")
public class OpenApiResource {

    private static final int TAG_BYTES = 16;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Ledger ledger;
    private final LiveResources live;
    private final Supplier<List<String>> sheetTypes;
    private final String version;
    private final Json json = new Json();

    OpenApiResource(Ledger ledger, LiveResources live, Supplier<List<String>> sheetTypes, String version) {
        this.ledger = ledger;
        this.live = live;
        this.sheetTypes = sheetTypes;
        this.version = version;
    }

    /** Gives the document. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response document(@Context SecurityContext security, @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        Query.only(uri);
        Locale locale = Languages.choose(language);
        Caller caller = Callers.of(security);
        Set<Role> roles = roles(caller);
        List<LedgerInfo> ledgers = ledger.ledgers(caller);
        if (roles.contains(Role.OPERATOR)) {
            roles = EnumSet.allOf(Role.class);
            ledgers = ledgers.stream().map(info -> new LedgerInfo(info.definition(), info.digest(), info.active(),
                    EnumSet.allOf(Role.class))).toList();
        }
        byte[] document = json.write(OpenApiDocument.of(version, roles, ledgers, live.applications(),
                sheetTypes.get()), locale);
        EntityTag tag = new EntityTag(digest(document));
        Response.ResponseBuilder answer = Versions.isKnown(known, tag)
                ? Response.notModified()
                : Response.ok(document, MediaType.APPLICATION_JSON_TYPE);
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static Set<Role> roles(Caller caller) {
        LocalDate today = LocalDate.now(TOKYO);
        return caller.grants().stream().filter(grant -> grant.activeOn(today)).map(RoleGrant::role).collect(toSet());
    }

    private static String digest(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
