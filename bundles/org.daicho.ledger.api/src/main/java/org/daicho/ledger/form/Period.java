package org.daicho.ledger.form;

import java.util.Locale;

/**
 * How one sheet of a form is bounded.
 */
public enum Period {
    /** A living list with the day of its last change (更新年月日). */
    ASOF,
    /** One month (年 月分). */
    MONTH,
    /** From a month to a month (年 月～ 月). */
    MONTHS,
    /** No bound. */
    OPEN;

    /** Returns the name that definitions and REST use, such as {@code asof}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
