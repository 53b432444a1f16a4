package org.daicho.ledger.form;

/**
 * What an action does with a column that a caller hands in.
 *
 * @see Action#intake(Column)
 */
public enum Intake {
    /** It is refused. */
    NONE,
    /** It is taken as the entry has it, and changes nothing: a correction repeats the whole entry. */
    UNCHANGED,
    /** It is written; where it is left out it is empty, or what the column's {@link Fill} says. */
    OPTIONAL,
    /** It is written, and refused where it is left out. */
    REQUIRED;

    /** Tells whether the action writes the column. */
    public boolean isWritten() {
        return this == OPTIONAL || this == REQUIRED;
    }
}
