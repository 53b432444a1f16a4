package org.daicho.ledger.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * What a column's value must fulfil, where it is data and needs no rule of Java. An empty column fulfils everything but
 * {@link Kind#REQUIRED_WHEN}.
 *
 * @param kind        what is asked
 * @param number      the bound of {@link Kind#MIN} and {@link Kind#MAX}; 0 for the others
 * @param than        what the value is compared with: a column, or {@link #TODAY} or {@link #NOW}; {@code null} where it
 *                    is compared with nothing
 * @param among       of {@link Kind#REQUIRED_WHEN} the values of {@code than}, choices or truth values, with which the
 *                    column is needed, empty for any; of the others empty
 * @param message     what is wrong and what to do: the definition's own words, or the usual ones; never {@code null}
 * @param clause      the clause that asks for it, or {@code null}
 * @param confirm     the code under which a reason may be given to pass all the same, or {@code null} where it may not
 * @param confirmedBy the roles in which such a reason counts; empty for all
 */
public record Condition(Kind kind, long number, String than, List<Object> among, Text message, String clause,
        String confirm, Set<Role> confirmedBy) {

    /** The day in Asia/Tokyo, as what a date or a time of a day is compared with. */
    public static final String TODAY = "today";

    /** The time in Asia/Tokyo, as what a datetime is compared with. */
    public static final String NOW = "now";

    /** What is asked of a value. */
    public enum Kind {
        /** A whole number of at least {@link Condition#number()}. */
        MIN("min"),
        /** A whole number of at most {@link Condition#number()}. */
        MAX("max"),
        /** A day or time not after {@link Condition#than()}. */
        NOT_AFTER("notAfter"),
        /** A day or time not before {@link Condition#than()}. */
        NOT_BEFORE("notBefore"),
        /** Yes: an attestation. */
        MUST("must"),
        /** Another person than that of the column {@link Condition#than()}. */
        OTHER("other"),
        /** Something, where the column {@link Condition#than()} is {@linkplain Condition#isFor one of some values}. */
        REQUIRED_WHEN("requiredWhen");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        /** Returns the member of a column that declares it. */
        public String member() {
            return member;
        }

        /** Tells whether a value fulfils it or not by itself, whatever the moment and the other columns. */
        public boolean isOfValue() {
            return this == MIN || this == MAX || this == MUST;
        }

        /** Tells whether what is handed in fulfils it or not by itself: JSON Schema says it, and no reason passes it. */
        public boolean isOfBody() {
            return isOfValue() || this == REQUIRED_WHEN;
        }
    }

    public Condition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        among = List.copyOf(among);
        confirmedBy = Set.copyOf(confirmedBy);
    }

    /** Makes a condition that asks for no values of another column. */
    public Condition(Kind kind, long number, String than, Text message, String clause, String confirm,
            Set<Role> confirmedBy) {
        this(kind, number, than, List.of(), message, clause, confirm, confirmedBy);
    }

    /** Tells whether a value of {@link #than()} is one of those that it names; {@code null}, which is empty, never is. */
    public boolean isFor(Object value) {
        return value != null && (among.isEmpty() || among.contains(value));
    }

    /** Tells whether the value is compared with the moment at which it is written. */
    public boolean isOfMoment() {
        return TODAY.equals(than) || NOW.equals(than);
    }
}
