package org.daicho.ledger.sheet;

import java.time.LocalDate;

/**
 * What a check asks to be improved.
 *
 * @param text what
 * @param who  by whom
 * @param due  by when, or {@code null}
 */
public record Improvement(String text, String who, LocalDate due) {
}
