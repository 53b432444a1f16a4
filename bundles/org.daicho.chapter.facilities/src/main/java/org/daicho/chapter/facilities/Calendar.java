package org.daicho.chapter.facilities;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;

/**
 * The council's calendar: when the office opens or closes other than usual (5-5).
 */
final class Calendar {

    static final String LEDGER = "facilities.calendar";
    static final String STANDING = "standing";

    static final String KIND = "kind";
    static final String WEEKDAY = "weekday";
    static final String VALID_FROM = "validFrom";
    static final String VALID_TO = "validTo";

    static final String CLOSED = "臨時休業";
    static final String OPEN = "臨時開所";
    static final String CLOSED_WEEKLY = "毎週休業";
    static final String OPEN_WEEKLY = "毎週開所";

    /** The kinds that open the office. */
    static final Set<String> OPENS = Set.of(OPEN, OPEN_WEEKLY);

    private static final Set<String> WEEKLY = Set.of(CLOSED_WEEKLY, OPEN_WEEKLY);
    private static final String WEEKDAYS = "月火水木金土日";

    private final Rules rules;

    Calendar(Texts texts) {
        rules = new Rules(LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(
                rules.content("5-5", WEEKDAY, "calendar.weekday",
                        (change, view) -> !isWeekly(change.fields()) && change.fields().has(WEEKDAY)),
                rules.content("5-5", VALID_FROM, "calendar.past",
                        (change, view) -> change.as() == Role.STAFF && change.fields().has(KIND)
                                && !OPENS.contains(change.fields().text(KIND))
                                && Days.isAfter(change.today(), change.fields().date(VALID_FROM))));
    }

    static boolean isWeekly(Fields row) {
        return row.has(KIND) && WEEKLY.contains(row.text(KIND));
    }

    /** Returns the weekday of a weekly row, or {@code null} where it names none. */
    static DayOfWeek weekday(Fields row) {
        String name = row.text(WEEKDAY);
        return name == null ? null : DayOfWeek.of(WEEKDAYS.indexOf(name) + 1);
    }
}
