package org.daicho.chapter.incidents;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式6 must fulfil (6-2(1)①): the columns of no other table, and each 順位 once.
 */
final class ContactRules {

    private static final String CLAUSE = "6-2(1)①";
    private static final Set<String> COUNCIL = Set.of(Contacts.ORDER, Contacts.NAME, Contacts.POSITION,
            Contacts.PERSON);
    private static final Set<String> OTHERS = Set.of(Contacts.PARTY, Contacts.ROLE);

    private final Rules rules;

    ContactRules(Texts texts) {
        rules = new Rules(Contacts.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check(CLAUSE, Rules.CONTENT, this::columns),
                rules.check(CLAUSE, Rules.CONTENT, this::order));
    }

    private List<Violation> columns(Change change, LedgerView view) {
        Fields fields = change.fields();
        if (!fields.has(Contacts.SECTION)) {
            return List.of();
        }
        boolean internal = Contacts.INTERNAL.equals(fields.text(Contacts.SECTION));
        return (internal ? OTHERS : COUNCIL).stream().filter(fields::has)
                .map(c -> violation(c, internal ? "contact.notInternal" : "contact.onlyInternal")).toList();
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

    private Violation violation(String field, String message, Object... args) {
        return rules.violation(field, CLAUSE, message, args);
    }
}
