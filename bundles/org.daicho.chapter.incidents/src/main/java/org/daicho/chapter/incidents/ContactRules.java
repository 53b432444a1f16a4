package org.daicho.chapter.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式6 must fulfil (6-2(1)①): the columns of its own table and no others, and each 順位 once.
 */
final class ContactRules {

    private static final String CLAUSE = "6-2(1)①";
    private static final String TESTED = "6-2(1)②";
    private static final String CALL = "通話試験";
    private static final Set<String> COUNCIL = Set.of(Contacts.ORDER, Contacts.NAME, Contacts.POSITION,
            Contacts.PERSON);
    private static final Set<String> OTHERS = Set.of(Contacts.PARTY, Contacts.ROLE);
    private static final Map<Boolean, List<String>> NEEDED = Map.of(true, List.of(Contacts.ORDER, Contacts.NAME), false,
            List.of(Contacts.PARTY));

    private final Rules rules;
    private final Rules reviews;

    ContactRules(Texts texts) {
        rules = new Rules(Contacts.LEDGER, texts);
        reviews = new Rules(Contacts.REVIEWS, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check(CLAUSE, Rules.CONTENT, this::columns),
                rules.check(CLAUSE, Rules.CONTENT, this::order),
                reviews.check(TESTED, Rules.CONTENT, this::call));
    }

    private List<Violation> columns(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (!fields.has(Contacts.SECTION)) {
            return List.of();
        }
        boolean internal = Contacts.INTERNAL.equals(fields.text(Contacts.SECTION));
        List<Violation> violations = new ArrayList<>();
        NEEDED.get(internal).stream().filter(c -> !fields.has(c))
                .forEach(c -> violations.add(violation(c, internal ? "contact.internal" : "contact.party")));
        (internal ? OTHERS : COUNCIL).stream().filter(fields::has)
                .forEach(c -> violations.add(violation(c, internal ? "contact.notInternal" : "contact.onlyInternal")));
        return violations;
    }

    private List<Violation> order(Change change, LedgerView view) {
        Long order = change.fields().integer(Contacts.ORDER);
        if (order == null) {
            return List.of();
        }
        String own = change.before() == null ? null : change.before().id();
        return Contacts.of(Contacts.INTERNAL, view).stream()
                .filter(e -> !e.id().equals(own) && order.equals(e.fields().integer(Contacts.ORDER))).findFirst()
                .map(e -> List.of(violation(Contacts.ORDER, "contact.taken", order.toString(),
                        e.fields().text(Contacts.NAME))))
                .orElse(List.of());
    }

    private List<Violation> call(Change change, LedgerView view) {
        Fields fields = change.fields();
        return CALL.equals(fields.text("kind"))
                ? Stream.of("contact", "reached").filter(c -> !fields.has(c))
                        .map(c -> reviews.violation(c, TESTED, "review.call")).toList()
                : List.of();
    }

    private Violation violation(String field, String message, Object... args) {
        return rules.violation(field, CLAUSE, message, args);
    }
}
