package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
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
 * What sessions, attendance and decisions must fulfil (7-1) beside their definitions.
 */
final class TrainingRules {

    private static final Set<String> ENTER = Set.of(Ledger.ENTER);

    private final Rules sessions;
    private final Rules attendance;
    private final Rules decisions;

    TrainingRules(Texts texts) {
        sessions = new Rules(Session.LEDGER, texts);
        attendance = new Rules(Attendance.LEDGER, texts);
        decisions = new Rules(Decision.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                sessions.content("7-1(1)①", Session.LAW_TOPIC, "session.topics",
                        (change, view) -> !Session.hasTopic(change.fields())),
                sessions.check("7-1(1)③", Rules.CONTENT, this::overlooked),
                sessions.content("7-1(3)③", Session.DECISION, "session.decision",
                        (change, view) -> isUnknown(change.fields().text(Session.DECISION), Decision.LEDGER, view)),
                attendance.rule("7-1(2)", ENTER, Attendance.SESSION, "attendance.session",
                        (change, view) -> isUnknown(change.fields().text(Attendance.SESSION), Session.LEDGER, view)),
                attendance.check("7-1(2)", ENTER, this::twice),
                decisions.rule("7-1(3)③", ENTER, Decision.SOURCE, "decision.source",
                        (change, view) -> change.fields().has(Decision.SOURCE)
                                && Decision.isAsked(change.fields().text(Decision.SOURCE), view)));
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
                : List.of(sessions.violation(Session.INCIDENT_TOPIC, "7-1(1)③", "session.overlooked",
                        incidents.size(), Neighbours.days(incidents)));
    }

    /** Attendance is not rewritten, so one person has it once for a session. */
    private List<Violation> twice(Change change, LedgerView view) {
        String session = change.fields().text(Attendance.SESSION);
        Person person = change.fields().person(Attendance.PERSON);
        return session != null && person != null
                && Attendance.of(session, view).anyMatch(e -> Attendance.isOf(e, person))
                        ? List.of(attendance.violation(Attendance.PERSON, "7-1(2)", "attendance.twice",
                                person.name()))
                        : List.of();
    }
}
