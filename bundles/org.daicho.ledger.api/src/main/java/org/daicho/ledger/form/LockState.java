package org.daicho.ledger.form;

import java.util.Locale;

/**
 * What a {@link ColumnType#CHECKS} column says of one cabinet (様式5).
 */
public enum LockState {
    /** Seen locked. */
    LOCKED,
    /** Seen unlocked. */
    UNLOCKED,
    /** Nothing to lock: empty, or not in use. */
    NOT_APPLICABLE;

    /** Returns the name that definitions and REST use, such as {@code not-applicable}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
