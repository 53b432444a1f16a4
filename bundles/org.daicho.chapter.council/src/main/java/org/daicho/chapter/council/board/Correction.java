package org.daicho.chapter.council.board;

/**
 * A line of the correction list (正誤表) of the scanned procedure: the text itself is kept, what is shown and printed is the
 * term to use.
 *
 * @param where the clause's number, or the form or chapter such as {@code 様式8}
 * @param scan  what the scanned text has
 * @param use   the term to use, or what the system does instead
 * @param kind  {@code OCR}, {@code glyph}, {@code variant}, {@code wording}, {@code grammar}, {@code omission},
 *              {@code inconsistency}, {@code legal}, {@code law drift} or {@code gap}
 */
public record Correction(String where, String scan, String use, String kind) {
}
