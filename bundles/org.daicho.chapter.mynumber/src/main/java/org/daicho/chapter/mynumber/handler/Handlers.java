package org.daicho.chapter.mynumber.handler;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * Who handles My Number information, as 様式7 has it; {@code definitions/mynumber.handlers.json} names the columns.
 *
 * @param view what the ledgers hold
 */
public record Handlers(LedgerView view) {

    public static final String LEDGER = "mynumber.handlers";

    static final String CONFIRM_HANDOVER = "confirm-handover";

    public static final String HANDLER = "handler";
    static final String DESIGNATED_ON = "designatedOn";
    public static final String RELEASED_ON = "releasedOn";
    static final String HANDOVER_TO = "handoverTo";
    public static final String HANDOVER_ON = "handoverOn";

    public Stream<Entry> rows() {
        return view.standing(LEDGER).stream();
    }

    /** Tells whether a person has the rights of a handler on a day; from the day of release on there are none. */
    boolean isHandler(Person person, LocalDate day) {
        return person != null && day != null && ids(day).contains(person.id());
    }

    /** Tells whether a person was a handler at some time of a day; the day of release still counts. */
    public boolean wasHandler(Person person, LocalDate day) {
        return person != null && rows().anyMatch(e -> person.isSameAs(e.fields().person(HANDLER))
                && !Days.isAfter(e.fields().date(DESIGNATED_ON), day)
                && !Days.isAfter(day, e.fields().date(RELEASED_ON)));
    }

    /** Returns the ids of the handlers of a day. */
    public Set<String> ids(LocalDate day) {
        return rows().filter(e -> isActive(e.fields(), day)).map(e -> e.fields().person(HANDLER).id())
                .collect(Collectors.toSet());
    }

    static boolean isActive(Fields row, LocalDate day) {
        LocalDate to = row.date(RELEASED_ON);
        return !Days.isAfter(row.date(DESIGNATED_ON), day) && (to == null || day.isBefore(to));
    }
}
