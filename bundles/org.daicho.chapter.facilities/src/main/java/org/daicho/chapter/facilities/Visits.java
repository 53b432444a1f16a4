package org.daicho.chapter.facilities;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The visits of 様式3: let in and accompanied by someone of the council (5-1(1)), and not where it is forbidden (5-1(2)).
 */
final class Visits {

    static final String LEDGER = "facilities.visits";
    static final String LEAVE = "leave";

    static final String NUMBER = "number";
    static final String VISITED_ON = "visitedOn";
    static final String LEFT_AT = "leftAt";
    static final String AFFILIATION = "affiliation";
    static final String VISITOR = "visitor";
    static final String PERMITTED_BY = "permittedBy";
    static final String ATTENDED_BY = "attendedBy";
    static final String PLACE = "place";

    /** The confirmation code to let someone in where it is forbidden. */
    static final String RESTRICTED = "restricted";

    private static final String CLAUSE = "5-1(1)";
    private static final Set<String> LEAVING = Set.of(LEAVE);

    private final Texts texts;
    private final Rules rules;

    Visits(Texts texts) {
        this.texts = texts;
        rules = new Rules(LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.rule(CLAUSE, LEAVING, LEFT_AT, "visit.leftAt",
                (change, view) -> !change.fields().has(LEFT_AT)),
                rules.rule(CLAUSE, LEAVING, LEFT_AT, "visit.left",
                        (change, view) -> change.before() != null && change.before().fields().has(LEFT_AT)),
                rules.check(CLAUSE, Rules.CONTENT, this::outsiders),
                rules.check("5-1(2)", Rules.CONTENT, this::restricted));
    }

    /** Where chapter 1 keeps a register, it says who is of the council; else an account does. */
    private List<Violation> outsiders(Change change, LedgerView view) {
        Fields visit = change.fields();
        Register register = Register.of(view, visit.date(VISITED_ON));
        return Stream.of(PERMITTED_BY, ATTENDED_BY)
                .filter(column -> visit.has(column) && !register.has(visit.person(column)))
                .map(column -> rules.violation(column, CLAUSE, "visit.outsider", visit.person(column).name()))
                .toList();
    }

    private List<Violation> restricted(Change change, LedgerView view) {
        Fields visit = change.fields();
        boolean before = change.before() != null
                && Names.areSame(change.before().fields().text(PLACE), visit.text(PLACE))
                && change.before().day().equals(visit.date(VISITED_ON));
        return before
                ? List.of()
                : Restrictions.on(visit.text(PLACE), visit.date(VISITED_ON), view).limit(1)
                        .map(r -> new Violation(PLACE, "5-1(2)", texts.text("visit.restricted", visit.text(PLACE),
                                r.fields().text(Restrictions.REASON)), RESTRICTED))
                        .toList();
    }
}
