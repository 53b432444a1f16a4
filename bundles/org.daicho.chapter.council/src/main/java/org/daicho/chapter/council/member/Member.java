package org.daicho.chapter.council.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.chapter.council.register.Registers;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * A person's term on the register of members and staff (1-2(1)).
 *
 * @param id       the entry's id, or {@code null} for one that is to be written
 * @param person   who it is
 * @param kind     委員 or 事務局職員
 * @param position the position
 * @param from     the first day
 * @param to       the last day, of the term or of the activity; {@code null} for no bound
 * @param left     whether the person has left
 */
public record Member(String id, Person person, String kind, String position, LocalDate from, LocalDate to,
        boolean left) {

    public static final String LEDGER = Registers.MEMBERS;
    public static final String LEAVE = "leave";
    public static final String LEFT = "left";

    public static final String PERSON = "person";
    static final String KIND = "kind";
    public static final String POSITION = "position";
    static final String TERM_FROM = "termFrom";
    static final String TERM_TO = "termTo";
    static final String LEFT_ON = "leftOn";

    public static final String COMMITTEE = "委員";
    public static final String STAFF = "事務局職員";

    /** 会長, who is the responsible manager (1-3). */
    static final String CHAIR = "会長";

    /** 事務局長, whom the manager may instruct to act (1-3). */
    public static final String DIRECTOR = "事務局長";

    /** Which kind of person a position belongs to. */
    public static final Map<String, String> KIND_OF = Map.of(CHAIR, COMMITTEE, "副会長", COMMITTEE, "役員", COMMITTEE, "委員",
            COMMITTEE, DIRECTOR, STAFF, "職員", STAFF);

    /** Reads a term; empty where it lacks what makes one. */
    static Optional<Member> of(String id, Fields fields, String state) {
        Person person = fields.person(PERSON);
        LocalDate from = fields.date(TERM_FROM);
        if (person == null || from == null || !fields.has(KIND) || !fields.has(POSITION)) {
            return Optional.empty();
        }
        boolean left = LEFT.equals(state);
        return Optional.of(new Member(id, person, fields.text(KIND), fields.text(POSITION), from,
                Days.earlier(fields.date(TERM_TO), left ? fields.date(LEFT_ON) : null), left));
    }

    /** Reads the whole register, by first day. */
    public static List<Member> all(LedgerView view) {
        return view.all(LEDGER).stream().flatMap(e -> of(e).stream()).sorted(Comparator.comparing(Member::from))
                .toList();
    }

    private static Optional<Member> of(Entry entry) {
        return of(entry.id(), entry.fields(), entry.state());
    }

    /** Finds the responsible manager of a day (1-3). */
    public static Optional<Member> chair(List<Member> register, LocalDate day) {
        return register.stream().filter(m -> m.isChair() && m.holds(day)).findFirst();
    }

    public boolean isChair() {
        return CHAIR.equals(position);
    }

    /** Tells whether the term includes a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Tells whether some day belongs to both terms. */
    boolean meets(Member other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
