package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The names of a session, as {@code definitions/training.sessions.json} has them, and what sessions there are.
 */
final class Session {

    static final String LEDGER = "training.sessions";
    static final String HELD = "held";

    static final String HELD_ON = "heldOn";
    static final String AUDIENCE = "audience";
    static final String EVERYONE = "協議会委員等の全員";
    static final String LAW_TOPIC = "lawTopic";
    static final String PROCEDURE_TOPIC = "procedureTopic";
    static final String PROCEDURE_VERSION = "procedureVersion";
    static final String INCIDENT_TOPIC = "incidentTopic";
    static final String NO_INCIDENTS = "該当なし";
    static final String OTHER_TOPIC = "otherTopic";
    static final String DECISION = "decision";

    private Session() {
    }

    /** Returns the sessions whose content was not destroyed, by the day on which they were held. */
    static Stream<Entry> all(LedgerView view) {
        return view.standing(LEDGER).stream().sorted(Comparator.comparing(Session::heldOn));
    }

    /** Finds the last session held before a day, another than the one given. */
    static Optional<Entry> lastBefore(LocalDate day, String except, LedgerView view) {
        return all(view).filter(e -> !e.id().equals(except) && !heldOn(e).isAfter(day)).reduce((a, b) -> b);
    }

    static LocalDate heldOn(Entry session) {
        return session.fields().date(HELD_ON);
    }

    static boolean discussesIncidents(Fields session) {
        return session.has(INCIDENT_TOPIC) && !NO_INCIDENTS.equals(session.text(INCIDENT_TOPIC));
    }

    static boolean hasTopic(Fields session) {
        return session.isTrue(LAW_TOPIC) || session.isTrue(PROCEDURE_TOPIC) || session.has(OTHER_TOPIC)
                || discussesIncidents(session);
    }
}
