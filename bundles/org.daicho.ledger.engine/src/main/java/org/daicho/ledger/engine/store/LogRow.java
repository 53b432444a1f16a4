package org.daicho.ledger.engine.store;

/**
 * A log that took over from the one before it.
 *
 * @param number    its number, 2 or more
 * @param origin    its origin
 * @param base      the position of its first leaf among the leaves of all logs
 * @param before    the verifier key of the log before
 * @param finalNote the signed checkpoint at which the log before was taken over
 * @param firstNote its own first checkpoint, signed by its key and by that of the log before
 */
public record LogRow(int number, String origin, long base, String before, String finalNote, String firstNote) {
}
