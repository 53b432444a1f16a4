package org.daicho.ledger.sheet;

/**
 * A sheet that a ledger has.
 *
 * @param period  {@code 2026-11}, {@code 2026-04..2026-09} or {@code current}
 * @param entries how many entries it holds
 * @param checked whether its check was signed
 */
public record SheetRef(String period, int entries, boolean checked) {
}
