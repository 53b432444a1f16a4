package org.daicho.ledger.sheet;

import java.time.LocalDate;

import org.daicho.ledger.form.SheetPeriod;

/**
 * An improvement that a signed check asks for and that is not done yet.
 *
 * @param id     its opaque id
 * @param period the period of the check that asks for it
 * @param text   what
 * @param who    by whom
 * @param due    by when; where the check named no day, the end of the month after it was signed
 */
public record OpenImprovement(String id, SheetPeriod period, String text, String who, LocalDate due) {
}
