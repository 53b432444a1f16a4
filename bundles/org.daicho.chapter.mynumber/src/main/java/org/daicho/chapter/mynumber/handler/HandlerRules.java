package org.daicho.chapter.mynumber.handler;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.neighbour.Reliances.Attendance;
import org.daicho.chapter.mynumber.neighbour.Reliances.Grants;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式7 must fulfil. Rights follow from the row alone (8-1(1)①), so that one person has one row at a time,
 * whose release ends them (8-1(1)②); who runs the system reads nothing of it (8-2(5)②). Where the council wants it so,
 * nobody is on it who was at no training yet (7-1(3)②).
 */
public final class HandlerRules {

    private final Rules rules;
    private final boolean trained;

    /**
     * Makes the rules.
     *
     * @param trained whether only who was at a training becomes a handler
     */
    public HandlerRules(Texts texts, boolean trained) {
        rules = new Rules(Handlers.LEDGER, texts);
        this.trained = trained;
    }

    public List<Rule> rules() {
        Stream<Rule> optional = trained
                ? Stream.of(rules.check("7-1(3)②", Rules.CONTENT, this::untrained))
                : Stream.empty();
        return Stream.concat(optional, Stream.of(rules.check("8-1(1)①", Rules.CONTENT, this::twice),
                rules.check("8-2(5)②", Rules.CONTENT, this::operator),
                rules.check("8-1(1)②", Set.of(Handlers.CONFIRM_HANDOVER), this::handover)))
                .toList();
    }

    /** Without chapter 7 attendance is on paper, and whoever designates has looked there. */
    private List<Violation> untrained(Change change, LedgerView view) {
        Person person = change.fields().person(Handlers.HANDLER);
        boolean same = change.before() != null && person != null
                && person.isSameAs(change.before().fields().person(Handlers.HANDLER));
        return person == null || same || !view.isActive(Attendance.LEDGER)
                || view.find(Attendance.LEDGER, Attendance.PERSON, person.id()).stream()
                        .anyMatch(HandlerRules::isPresent)
                                ? List.of()
                                : List.of(rules.violation(Handlers.HANDLER, "7-1(3)②", "handler.untrained",
                                        person.name()));
    }

    private static boolean isPresent(Entry attendance) {
        return attendance.erased() == null && !"retracted".equals(attendance.state())
                && "出席".equals(attendance.fields().text("result"));
    }

    private List<Violation> twice(Change change, LedgerView view) {
        Fields row = change.fields();
        Person person = row.person(Handlers.HANDLER);
        return person != null && new Handlers(view).rows().filter(e -> !isThis(change, e))
                .anyMatch(e -> person.isSameAs(e.fields().person(Handlers.HANDLER)) && overlap(e.fields(), row))
                        ? List.of(rules.violation(Handlers.HANDLER, "8-1(1)①", "handler.twice", person.name()))
                        : List.of();
    }

    private static boolean isThis(Change change, Entry row) {
        return change.before() != null && change.before().id().equals(row.id());
    }

    private static boolean overlap(Fields a, Fields b) {
        return ends(a, b.date(Handlers.DESIGNATED_ON)) && ends(b, a.date(Handlers.DESIGNATED_ON));
    }

    /** Tells whether a row still gives rights on some day from another on. */
    private static boolean ends(Fields row, LocalDate from) {
        LocalDate to = row.date(Handlers.RELEASED_ON);
        return to == null || from == null || to.isAfter(from);
    }

    /** Who keeps the accounts may not give themselves the right to read. */
    private List<Violation> operator(Change change, LedgerView view) {
        Person person = change.fields().person(Handlers.HANDLER);
        return person != null
                && view.find(Grants.LEDGER, Grants.PERSON, person.id()).stream().anyMatch(e -> isOperator(change, e))
                        ? List.of(rules.violation(Handlers.HANDLER, "8-2(5)②", "handler.operator", person.name()))
                        : List.of();
    }

    private static boolean isOperator(Change change, Entry grant) {
        return "operator".equals(grant.fields().text("role")) && Set.of("active", "ending").contains(grant.state())
                && !Days.isAfter(change.today(), grant.fields().date("to"));
    }

    private List<Violation> handover(Change change, LedgerView view) {
        Person to = change.fields().person(Handlers.HANDOVER_TO);
        boolean same = to != null && to.isSameAs(change.fields().person(Handlers.HANDLER));
        return to != null && (same || !new Handlers(view).isHandler(to, change.today()))
                ? List.of(rules.violation(Handlers.HANDOVER_TO, "8-1(1)②", "handler.handover", to.name()))
                : List.of();
    }
}
