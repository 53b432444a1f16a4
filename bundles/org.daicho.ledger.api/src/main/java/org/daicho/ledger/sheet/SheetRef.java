package org.daicho.ledger.sheet;

import org.daicho.ledger.form.SheetPeriod;

/**
 * A sheet that a ledger has.
 *
 * @param period  what it is about
 * @param entries how many entries it holds
 * @param checked whether its check was signed
 */
public record SheetRef(SheetPeriod period, int entries, boolean checked) {
}
