package org.daicho.access.internal.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.directory.KnownPerson;
import org.daicho.access.internal.directory.Succession;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.rules.GrantRules;
import org.daicho.access.internal.rules.Handlers;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.ledger.value.Violation;

/**
 * Writes the grants of roles. Safe for use by many threads.
 */
public final class GrantBook {

    private final Ledger ledger;
    private final Writer writer;
    private final AccountDirectory directory;

    /** Makes a book over a ledger. */
    public GrantBook(Ledger ledger, AccountDirectory directory) {
        this.ledger = ledger;
        this.writer = new Writer(ledger);
        this.directory = directory;
    }

    private record Plan(List<Grant> kept, List<Wish> made, List<Grant> ended) {
    }

    /**
     * Finds what stands against a set of roles, before anything is written.
     *
     * @param personId the person, or {@code null} for one who is yet to be registered
     * @param wishes   the roles that the person shall have
     * @return the broken rules, about the member {@code roles}
     */
    public List<Violation> obstacles(String personId, List<Wish> wishes) {
        String id = personId == null ? "" : personId;
        Plan plan = plan(id, wishes);
        List<Grant> all = new ArrayList<>(plan.kept());
        plan.ended().stream().filter(this::isManagers).forEach(all::add);
        Set<Violation> violations = new LinkedHashSet<>();
        for (Wish wish : plan.made()) {
            Grant grant = wish.grant(id);
            violations.addAll(GrantRules.check(grant, all));
            violations.addAll(Handlers.apart(grant, directory.person(id).map(this::registered).orElse(List.of())));
            all.add(grant);
        }
        return violations.stream().map(v -> new Violation("roles", v.clause(), v.message())).toList();
    }

    /** What the ledger says of a person by its registers, over all grants. */
    private List<RoleGrant> registered(KnownPerson person) {
        return ledger.grants(new Caller(AccessLedgers.MODULE, person.person(), List.of(), null, null));
    }

    /**
     * Gives a person exactly these roles, as far as that needs no one else's word: what the present manager has to
     * confirm is requested, also the end of the manager's own role (1-3).
     *
     * @param personId the person
     * @param wishes   the roles
     */
    public void set(Caller by, String personId, List<Wish> wishes) {
        Plan plan = plan(personId, wishes);
        plan.ended().forEach(grant -> end(by, grant));
        plan.kept().stream().filter(g -> g.state() == Grant.State.REQUESTED).forEach(g -> activate(by, g));
        plan.made().forEach(wish -> request(by, wish.grant(personId)));
    }

    private Plan plan(String personId, List<Wish> wishes) {
        List<Grant> open = directory.grants(personId).stream().filter(this::isOpen).toList();
        Set<Grant> kept = new LinkedHashSet<>();
        List<Wish> made = new ArrayList<>();
        for (Wish wish : wishes) {
            List<Grant> met = open.stream().filter(wish::isMetBy).toList();
            kept.addAll(met);
            if (met.isEmpty() && !made.contains(wish)) {
                made.add(wish);
            }
        }
        if (directory.manager().isPresent()) {
            // What has to be confirmed first takes nothing away until then.
            open.stream().filter(g -> GrantRules.needsManager(g.role()))
                    .filter(g -> made.stream().anyMatch(wish -> wish.follows(g, directory.today())))
                    .forEach(kept::add);
        }
        return new Plan(List.copyOf(kept), made, open.stream().filter(g -> !kept.contains(g)).toList());
    }

    /** Tells whether a grant still gives something, now or on a day to come. */
    public boolean isOpen(Grant grant) {
        return grant.isOpen() && !grant.isOver(directory.today())
                && !(grant.isHeld() && grant.role() == Role.MANAGER
                        && Succession.isSucceeded(grant, directory.managerGrants(), directory.today()));
    }

    private void request(Caller by, Grant grant) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("person", grant.personId());
        fields.put("role", grant.role().id());
        fields.put("from", grant.from() == null ? null : grant.from().toString());
        fields.put("to", grant.to() == null ? null : grant.to().toString());
        fields.put("scope", grant.scope().isEmpty() ? null : String.join(" ", grant.scope()));
        String id = writer.enter(by, AccessLedgers.GRANTS, fields).id();
        directory.grants(grant.personId()).stream().filter(g -> g.id().equals(id)).forEach(g -> activate(by, g));
    }

    private void activate(Caller by, Grant grant) {
        if (GrantRules.needsManager(grant.role()) && directory.manager().isPresent()) {
            return;
        }
        try {
            writer.act(by, AccessLedgers.GRANTS, grant.id(), "activate", Map.of());
        } catch (LedgerException e) {
            // Someone else became manager meanwhile: then the request waits for that manager.
            if (!GrantRules.waitsForManager(e.violations())) {
                throw e;
            }
        }
    }

    private void end(Caller by, Grant grant) {
        if (grant.state() == Grant.State.REQUESTED) {
            writer.act(by, AccessLedgers.GRANTS, grant.id(), "withdraw", Map.of());
        } else if (!isManagers(grant)) {
            writer.act(by, AccessLedgers.GRANTS, grant.id(), "end", Map.of());
        } else if (grant.state() == Grant.State.ACTIVE) {
            writer.act(by, AccessLedgers.GRANTS, grant.id(), "request-end", Map.of());
        }
    }

    private boolean isManagers(Grant grant) {
        return directory.manager().map(Grant::id).filter(grant.id()::equals).isPresent();
    }

    /** Writes the end of grants whose holder a confirmed successor has followed (1-3). */
    public void endSucceeded() {
        Optional<Grant> succeeded = nextSucceeded();
        while (succeeded.isPresent()) {
            writer.act(AccessLedgers.SYSTEM, AccessLedgers.GRANTS, succeeded.get().id(), "end", Map.of());
            succeeded = nextSucceeded();
        }
    }

    private Optional<Grant> nextSucceeded() {
        var managers = directory.managerGrants();
        return managers.stream().filter(Grant::isHeld)
                .filter(g -> Succession.isSucceeded(g, managers, directory.today())).findFirst();
    }
}
