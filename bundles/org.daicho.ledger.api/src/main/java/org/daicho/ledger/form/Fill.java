package org.daicho.ledger.form;

/**
 * What the system writes into a column by itself.
 */
public enum Fill {
    /** Nothing; a person writes it. */
    NONE,
    /** The caller; what is handed in must be the same person. */
    CALLER,
    /** The caller, where nobody is handed in. */
    DEFAULT_CALLER,
    /** The day in Asia/Tokyo, where nothing is handed in. */
    TODAY,
    /** The time in Asia/Tokyo, where nothing is handed in. */
    NOW,
    /** The next number of the ledger, from 1, given at commit without gaps; never handed in. */
    NUMBER,
    /** 年度-連番, the next number of the fiscal year of the entry's day (April to March); never handed in. */
    FISCAL_NUMBER,
    /** 後日記入: yes where the entry's day lies before the day on which it was written, else empty; never handed in. */
    LATE;

    /** Tells whether the system alone writes the column: nobody hands it in. */
    public boolean isSystems() {
        return this == NUMBER || this == FISCAL_NUMBER || this == LATE;
    }
}
