package org.daicho.access.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.directory.Succession;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The rules about roles: exactly one responsible manager at a time, whom none but themselves replaces; a deputy only
 * within the dates of an instruction (1-3); who runs the system holds no other role (8-2(5)②).
 */
public final class GrantRules {

    private static final String CLAUSE = "1-3";
    private static final String SEPARATION = "8-2(5)②";
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9-]*)?");
    private static final Set<String> OPERATORS = Set.of("enter", "activate", "withdraw", "end", "request-end");
    private static final Set<String> GIVING = Set.of("enter", "activate", "confirm");

    private GrantRules() {
    }

    /** Returns the rules of the grants. */
    public static List<Rule> all() {
        return List.of(new Rule(CLAUSE, AccessLedgers.GRANTS, OPERATORS, (change, view) -> Authority.operator(change)),
                new Rule(CLAUSE, AccessLedgers.GRANTS, GIVING, GrantRules::given),
                new Rule(SEPARATION, AccessLedgers.GRANTS, GIVING, Handlers::apart),
                new Rule(CLAUSE, AccessLedgers.GRANTS, Set.of(), GrantRules::confirmed));
    }

    /**
     * Checks a grant by itself and beside the person's others.
     *
     * @param grant  the grant to be
     * @param others the person's other grants that are open
     * @return what is wrong with it
     */
    public static List<Violation> check(Grant grant, Collection<Grant> others) {
        List<Violation> violations = new ArrayList<>();
        boolean deputy = grant.role() == Role.DEPUTY;
        if (deputy && grant.from() == null) {
            violations.add(new Violation("from", CLAUSE, Messages.text("grant.deputy-from")));
        }
        if (deputy && grant.to() == null) {
            violations.add(new Violation("to", CLAUSE, Messages.text("grant.deputy-to")));
        }
        if (grant.from() != null && grant.to() != null && grant.to().isBefore(grant.from())) {
            violations.add(new Violation("to", null, Messages.text("grant.order")));
        }
        if (!deputy && !grant.scope().isEmpty()) {
            violations.add(new Violation("scope", CLAUSE, Messages.text("grant.scope-deputy")));
        }
        grant.scope().stream().filter(s -> !SCOPE.matcher(s).matches())
                .forEach(s -> violations.add(new Violation("scope", CLAUSE, Messages.text("grant.scope", s))));
        boolean operator = grant.role() == Role.OPERATOR;
        if (others.stream().anyMatch(o -> o.isOpen() && operator != (o.role() == Role.OPERATOR) && o.meets(grant))) {
            violations.add(new Violation("role", SEPARATION, Messages.text("grant.separation")));
        }
        return violations;
    }

    private static List<Violation> given(Change change, LedgerView view) {
        if (change.fields().person("person") == null || change.fields().text("role") == null) {
            return List.of();
        }
        Grant grant = grant(change);
        List<Grant> others = view.find(AccessLedgers.GRANTS, "person", grant.personId()).stream()
                .filter(e -> !e.id().equals(grant.id())).map(e -> Grant.of(List.of(e))).toList();
        return check(grant, others);
    }

    /** Decides who has to confirm: reading all grants of managers makes two callers at once meet here (1-3). */
    private static List<Violation> confirmed(Change change, LedgerView view) {
        if (change.action().equals("enter") || change.action().equals("withdraw")) {
            return List.of();
        }
        Grant grant = grant(change);
        Grant present = Succession.manager(managers(view), change.today()).orElse(null);
        boolean byManager = present != null && change.as() == Role.MANAGER
                && present.personId().equals(change.caller().person().id());
        boolean ofManager = present != null && present.id().equals(grant.id());
        return switch (change.action()) {
        case "activate" -> require(present == null || !needsManager(grant.role()), "grant.needs-manager");
        case "end" -> require(!ofManager, "grant.manager-end");
        case "confirm-end", "keep" -> require(byManager && ofManager, "grant.own-end");
        case "confirm", "reject" -> require(needsManager(grant.role())
                && (byManager || byDeputy(change, grant)), "grant.confirm");
        default -> List.of();
        };
    }

    /** Tells whether the present manager has to confirm that someone gets a role. */
    public static boolean needsManager(Role role) {
        return role == Role.MANAGER || role == Role.DEPUTY;
    }

    /** Tells whether a role was not given only because the present manager has to confirm it first. */
    public static boolean waitsForManager(Collection<Violation> violations) {
        Violation waits = new Violation("role", CLAUSE, Messages.text("grant.needs-manager"));
        return !violations.isEmpty() && violations.stream().allMatch(waits::equals);
    }

    /** A deputy neither replaces the manager nor prolongs their own instruction. */
    private static boolean byDeputy(Change change, Grant grant) {
        return change.as() == Role.DEPUTY && grant.role() == Role.DEPUTY
                && !grant.personId().equals(change.caller().person().id());
    }

    private static Grant grant(Change change) {
        Entry before = change.before();
        Grant.State state = Grant.State.valueOf(change.state().toUpperCase(Locale.ROOT));
        return Grant.of(before == null ? null : before.id(), before == null ? 0 : before.version(), change.fields(),
                state, -1, null, null);
    }

    private static List<Grant> managers(LedgerView view) {
        return view.find(AccessLedgers.GRANTS, "role", Role.MANAGER.id()).stream()
                .map(e -> Grant.of(view.versions(AccessLedgers.GRANTS, e.id()))).toList();
    }

    private static List<Violation> require(boolean holds, String key) {
        return holds ? List.of() : List.of(new Violation("role", CLAUSE, Messages.text(key)));
    }
}
