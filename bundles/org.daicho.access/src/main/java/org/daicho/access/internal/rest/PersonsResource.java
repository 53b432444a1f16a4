package org.daicho.access.internal.rest;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.KnownPerson;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/**
 * The persons, with or without an account, at {@code /api/access/persons}.
 */
@Component(service = PersonsResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonsResource {

    private static final Set<String> NEW = Set.of("name");
    private static final Set<String> CHANGED = Set.of("name", "disabled");

    private final AccountDirectory directory;
    private final PersonBook persons;
    private final Answers answers;

    /** Serves from the directory, and writes through the ledger. */
    @Activate
    public PersonsResource(@Reference Ledger ledger, @Reference AccountDirectory directory) {
        this.directory = directory;
        persons = new PersonBook(ledger);
        answers = new Answers(directory, new GrantBook(ledger, directory));
    }

    /** Lists all persons. */
    @GET
    public List<Map<String, Object>> list(@Context SecurityContext security) {
        Callers.reader(security);
        return directory.persons().stream().map(answers::person).toList();
    }

    /** Shows one person. */
    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") String id, @Context SecurityContext security) {
        Callers.reader(security);
        return answers.person(find(id));
    }

    /** Registers a person who has no account yet. */
    @POST
    public Response create(InputStream body, @Context SecurityContext security, @Context UriInfo uri) {
        Caller operator = Callers.operator(security);
        Members members = Members.read(body, NEW);
        members.require("name");
        String name = members.text("name");
        members.done();
        String id = persons.register(operator, name);
        return Response.created(uri.getAbsolutePathBuilder().path(id).build()).entity(answers.person(find(id)))
                .build();
    }

    /** Corrects a person's name, and stops or lets go on all their accounts. */
    @PUT
    @Path("{id}")
    public Map<String, Object> change(@PathParam("id") String id, InputStream body,
            @Context SecurityContext security) {
        Caller operator = Callers.operator(security);
        KnownPerson person = find(id);
        Members members = Members.read(body, CHANGED);
        String name = members.text("name");
        Boolean disabled = members.flag("disabled");
        members.done();
        if (name != null) {
            persons.rename(operator, person, name);
        }
        if (disabled != null) {
            persons.disable(operator, person, disabled);
        }
        return answers.person(find(id));
    }

    private KnownPerson find(String id) {
        return directory.person(id)
                .orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "person.unknown"));
    }
}
