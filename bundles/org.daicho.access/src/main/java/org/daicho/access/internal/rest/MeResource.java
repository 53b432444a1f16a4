package org.daicho.access.internal.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;

import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * The caller's own account, at {@code /api/access/me}.
 */
@Component(service = MeResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Answers answers;

    /** Serves from the directory. */
    @Activate
    public MeResource(@Reference Ledger ledger, @Reference AccountDirectory directory) {
        this.ledger = ledger;
        this.directory = directory;
        answers = new Answers(directory, new GrantBook(ledger, directory));
    }

    /** Shows who the caller is and what they may do. */
    @GET
    @BeforePasswordChange
    public Map<String, Object> me(@Context SecurityContext security) {
        Caller caller = Callers.of(security);
        Map<String, Object> answer = directory.account(caller.account()).map(answers::account)
                .orElseGet(() -> system(caller));
        List<Object> roles = new ArrayList<>((List<?>) answer.get("roles"));
        roles.addAll(fromRegisters(caller));
        answer.put("roles", roles);
        return answer;
    }

    /** Nobody is made a handler by hand: the ledger tells who is one (8-1(1)①). */
    private List<Map<String, Object>> fromRegisters(Caller caller) {
        LocalDate today = directory.today();
        return ledger.grants(caller).stream().filter(grant -> grant.role() == Role.HANDLER)
                .filter(grant -> grant.to() == null || !grant.to().isBefore(today)).map(Answers::held).toList();
    }

    /** The token of the running system itself has no account. */
    private static Map<String, Object> system(Caller caller) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", caller.account());
        answer.put("displayName", caller.person().name());
        answer.put("person", caller.person().id());
        answer.put("personName", caller.person().name());
        answer.put("disabled", false);
        answer.put("mustChange", false);
        answer.put("roles", caller.grants().stream().map(g -> Map.of("role", g.role().id(), "state", "active"))
                .toList());
        return answer;
    }
}
