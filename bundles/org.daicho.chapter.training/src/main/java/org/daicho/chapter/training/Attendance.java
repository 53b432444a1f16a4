package org.daicho.chapter.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * The names of an attendance, as {@code definitions/training.attendance.json} has them, and who was where.
 */
final class Attendance {

    static final String LEDGER = "training.attendance";
    static final String RECORDED = "recorded";

    static final String SESSION = "session";
    static final String PERSON = "person";
    static final String RESULT = "result";
    static final String PRESENT = "出席";

    private Attendance() {
    }

    /** Returns what is recorded of a session and was not retracted. */
    static Stream<Entry> of(String session, LedgerView view) {
        return view.find(LEDGER, SESSION, session, RECORDED).stream();
    }

    /** Tells when each person, by id, was last present at a session. */
    static Map<String, LocalDate> lastPresence(LedgerView view) {
        Map<String, LocalDate> days = new HashMap<>();
        Session.all(view).forEach(session -> days.put(session.id(), Session.heldOn(session)));
        Map<String, LocalDate> last = new HashMap<>();
        view.standing(LEDGER, RECORDED).stream().filter(e -> PRESENT.equals(e.fields().text(RESULT)))
                .filter(e -> days.containsKey(e.fields().text(SESSION)))
                .forEach(e -> last.merge(e.fields().person(PERSON).id(), days.get(e.fields().text(SESSION)),
                        (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    static boolean isOf(Entry attendance, Person person) {
        return person.isSameAs(attendance.fields().person(PERSON));
    }
}
