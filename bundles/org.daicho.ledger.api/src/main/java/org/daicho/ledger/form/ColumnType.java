package org.daicho.ledger.form;

import java.util.Locale;

/**
 * The type of a column's values.
 */
public enum ColumnType {
    /** One line of text. */
    TEXT,
    /** Text of several lines. */
    LONGTEXT,
    /** One of the column's values. */
    CHOICE,
    /** Yes or no. */
    BOOLEAN,
    /** A whole number within ±2^53-1. */
    INTEGER,
    /** A day, {@code 2026-11-23}. */
    DATE,
    /** A time of day, {@code 09:00}. */
    TIME,
    /** A time with offset, {@code 2026-11-23T09:00:00+09:00}. */
    DATETIME,
    /** A person: written as account name or person id, kept with the name as it was then. */
    PERSON,
    /** A {@link LockState} by the number of each cabinet (様式5). */
    CHECKS;

    /** Returns the name that definitions and REST use, such as {@code longtext}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
