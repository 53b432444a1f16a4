package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What sessions, attendance and decisions must fulfil (7-1).
 */
final class TrainingRules {

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);
    private static final Set<String> ENTER = Set.of(Ledger.ENTER);
    private static final Set<String> DECIDE = Set.of(Decision.DECIDE);

    private final Texts texts;

    TrainingRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(
                session("7-1(1)①", Session.LAW_TOPIC, "session.topics",
                        (change, view) -> !Session.hasTopic(change.fields())),
                session("7-1(1)②", Session.PROCEDURE_VERSION, "session.version",
                        (change, view) -> change.fields().isTrue(Session.PROCEDURE_TOPIC)
                                && !change.fields().has(Session.PROCEDURE_VERSION)),
                session("7-1(1)③", Session.INCIDENTS, "session.incidents",
                        (change, view) -> Session.discussesIncidents(change.fields())
                                && !change.fields().has(Session.INCIDENTS)),
                new Rule("7-1(1)③", Session.LEDGER, CONTENT, this::overlooked),
                session("7-1(3)③", Session.DECISION, "session.decision",
                        (change, view) -> isUnknown(change.fields().text(Session.DECISION), Decision.LEDGER, view)),
                rule("7-1(2)", Attendance.LEDGER, ENTER, Attendance.SESSION, "attendance.session",
                        (change, view) -> isUnknown(change.fields().text(Attendance.SESSION), Session.LEDGER, view)),
                new Rule("7-1(2)", Attendance.LEDGER, ENTER, this::twice),
                rule("7-1(3)③", Decision.LEDGER, ENTER, Decision.SOURCE, "decision.source",
                        (change, view) -> change.fields().has(Decision.SOURCE)
                                && Decision.isAsked(change.fields().text(Decision.SOURCE), view)),
                decision(Decision.GROUNDS, "decision.grounds", false),
                decision(Decision.DUE_ON, "decision.due", true),
                decision(Decision.STAFF_CONCERNED, "decision.staff", true));
    }

    private static boolean isUnknown(String id, String ledger, LedgerView view) {
        return id != null && view.entry(ledger, id).filter(e -> e.erased() == null).isEmpty();
    }

    /** With incidents since the last session, none can be said to be 該当なし. */
    private List<Violation> overlooked(Change change, LedgerView view) {
        Fields fields = change.fields();
        LocalDate day = fields.date(Session.HELD_ON);
        if (day == null || !Session.NO_INCIDENTS.equals(fields.text(Session.INCIDENT_TOPIC))) {
            return List.of();
        }
        String own = change.before() == null ? null : change.before().id();
        List<Entry> incidents = Neighbours.incidents(Session.lastBefore(day, own, view).orElse(null), day, view);
        return incidents.isEmpty()
                ? List.of()
                : List.of(new Violation(Session.INCIDENT_TOPIC, "7-1(1)③",
                        texts.text("session.overlooked", incidents.size(), Neighbours.days(incidents))));
    }

    /** Attendance is not rewritten, so one person has it once for a session. */
    private List<Violation> twice(Change change, LedgerView view) {
        String session = change.fields().text(Attendance.SESSION);
        Person person = change.fields().person(Attendance.PERSON);
        return session != null && person != null
                && Attendance.of(session, view).anyMatch(e -> Attendance.isOf(e, person))
                        ? List.of(new Violation(Attendance.PERSON, "7-1(2)",
                                texts.text("attendance.twice", person.name())))
                        : List.of();
    }

    private Rule decision(String field, String message, boolean needed) {
        return rule("7-1(3)③", Decision.LEDGER, DECIDE, field, message, (change, view) -> !change.fields().has(field)
                && (needed
                        ? change.fields().isTrue(Decision.NEEDED)
                        : change.fields().isFalse(Decision.NEEDED)));
    }

    private Rule session(String clause, String field, String message, Test broken) {
        return rule(clause, Session.LEDGER, CONTENT, field, message, broken);
    }

    private Rule rule(String clause, String ledger, Set<String> actions, String field, String message, Test broken) {
        return new Rule(clause, ledger, actions, (change, view) -> broken.holds(change, view)
                ? List.of(new Violation(field, clause, texts.text(message)))
                : List.of());
    }

    /** Decides whether a change breaks a rule. */
    @FunctionalInterface
    private interface Test {

        boolean holds(Change change, LedgerView view);
    }
}
