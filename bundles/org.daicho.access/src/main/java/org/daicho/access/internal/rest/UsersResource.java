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

import org.daicho.access.internal.book.AccountBook;
import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.book.Wish;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.KnownPerson;
import org.daicho.access.internal.login.PasswordRules;
import org.daicho.access.internal.login.Passwords;
import org.daicho.access.internal.message.Messages;
import org.daicho.access.internal.rules.AccountRules;
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
 * The accounts and the roles of the persons behind them, at {@code /api/access/users}.
 */
@Component(service = UsersResource.class)
@JaxrsResource
@JaxrsApplicationSelect(AccessApplication.SELECT)
@JaxrsExtensionSelect({AccessApplication.GUARDED, AccessApplication.JSON})
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource {

    private static final String ROLES = "roles";
    private static final Set<String> NEW = Set.of("name", "displayName", "password", ROLES, "person", "mustChange");
    private static final Set<String> CHANGED = Set.of("displayName", "person", "disabled");

    private final Ledger ledger;
    private final AccountDirectory directory;
    private final PersonBook persons;
    private final AccountBook accounts;
    private final GrantBook grants;
    private final Answers answers;

    /** Serves from the directory, and writes through the ledger. */
    @Activate
    public UsersResource(@Reference Ledger ledger, @Reference AccountDirectory directory,
            @Reference Passwords passwords) {
        this.ledger = ledger;
        this.directory = directory;
        persons = new PersonBook(ledger);
        accounts = new AccountBook(ledger, directory, passwords);
        grants = new GrantBook(ledger, directory);
        answers = new Answers(directory, grants);
    }

    /** Lists all accounts. */
    @GET
    public List<Map<String, Object>> list(@Context SecurityContext security) {
        Callers.reader(security);
        return directory.accounts().stream().map(answers::account).toList();
    }

    /** Shows one account; everyone may see their own. */
    @GET
    @Path("{name}")
    public Map<String, Object> get(@PathParam("name") String name, @Context SecurityContext security) {
        if (!Callers.isSelf(Callers.of(security), name)) {
            Callers.reader(security);
        }
        return answers.account(find(name));
    }

    /** Makes an account, and a person too unless one is given. */
    @POST
    public Response create(InputStream body, @Context SecurityContext security, @Context UriInfo uri) {
        Caller operator = Callers.operator(security);
        Members members = Members.read(body, NEW);
        members.require("name", "password");
        String name = members.text("name");
        String given = members.text("displayName");
        String displayName = given == null ? name : given;
        String password = members.verbatim("password");
        Boolean mustChange = members.flag("mustChange");
        if (name != null) {
            AccountRules.name(name).forEach(members::wrong);
            if (password != null) {
                PasswordRules.wrong(password, name).ifPresent(text -> members.wrong("password", text));
            }
        }
        String personId = person(members);
        List<Wish> wishes = members.has(ROLES)
                ? new RoleWishes(ledger, operator, members).read(members.value(ROLES))
                : null;
        if (wishes != null) {
            grants.obstacles(personId, wishes).forEach(members::wrong);
        }
        members.done();
        if (directory.account(name).isPresent()) {
            throw Messages.refused(LedgerException.Kind.CONFLICT, "account.taken", name);
        }
        String person = personId == null ? persons.register(operator, displayName) : personId;
        create(operator, new NewAccount(name, displayName, password, Boolean.TRUE.equals(mustChange)), person,
                personId == null);
        if (wishes != null) {
            grants.set(operator, person, wishes);
        }
        return Response.created(uri.getAbsolutePathBuilder().path(name).build()).entity(answers.account(find(name)))
                .build();
    }

    private record NewAccount(String name, String displayName, String password, boolean mustChange) {
    }

    private void create(Caller operator, NewAccount account, String person, boolean newPerson) {
        try {
            String id = accounts.create(operator, account.name(), account.displayName(), person);
            accounts.setPassword(operator, id, account.password(), account.mustChange());
        } catch (LedgerException e) {
            if (newPerson && directory.account(account.name()).filter(a -> a.personId().equals(person)).isEmpty()) {
                // Nobody is behind an account that did not come to be.
                directory.person(person).ifPresent(p -> persons.disable(operator, p, true));
            }
            throw e;
        }
    }

    /** Changes what an account shows, whose it is, and whether it can be used. */
    @PUT
    @Path("{name}")
    public Map<String, Object> change(@PathParam("name") String name, InputStream body,
            @Context SecurityContext security) {
        Caller operator = Callers.operator(security);
        Account account = find(name);
        Members members = Members.read(body, CHANGED);
        String displayName = members.text("displayName");
        String personId = person(members);
        Boolean disabled = members.flag("disabled");
        members.done();
        KnownPerson person = directory.person(account.personId()).orElseThrow();
        accounts.change(operator, account, displayName, personId);
        if (personId == null && displayName != null && person.name().equals(account.displayName())) {
            // The person was named after the account, so a mended name is the person's too.
            persons.rename(operator, person, displayName);
        }
        if (disabled != null) {
            accounts.disable(operator, account, disabled);
        }
        return answers.account(find(name));
    }

    /** Gives the person behind an account exactly these roles. */
    @PUT
    @Path("{name}/roles")
    public Map<String, Object> roles(@PathParam("name") String name, InputStream body,
            @Context SecurityContext security) {
        Caller operator = Callers.operator(security);
        Account account = find(name);
        Object json = Members.parse(body);
        Object list = json instanceof Map<?, ?> object ? object.get(ROLES) : json;
        Members members = new Members(json instanceof Map<?, ?> object ? object : Map.of(), Set.of(ROLES));
        List<Wish> wishes = new RoleWishes(ledger, operator, members).read(list);
        grants.obstacles(account.personId(), wishes).forEach(members::wrong);
        members.done();
        grants.set(operator, account.personId(), wishes);
        return answers.account(find(name));
    }

    private Account find(String name) {
        return directory.account(name)
                .orElseThrow(() -> Messages.refused(LedgerException.Kind.NOT_FOUND, "account.unknown", name));
    }

    /** Returns the id of the person that is named, or {@code null} where none is or it is unknown. */
    private String person(Members members) {
        Object value = members.value("person");
        Object id = value instanceof Map<?, ?> person ? person.get("id") : value;
        if (value == null) {
            return null;
        }
        if (!(id instanceof String text) || directory.person(text).isEmpty()) {
            members.wrong("person", "person.unknown");
            return null;
        }
        return text;
    }
}
