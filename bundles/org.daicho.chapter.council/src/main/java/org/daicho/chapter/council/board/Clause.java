package org.daicho.chapter.council.board;

import org.daicho.ledger.value.Text;

/**
 * A clause as a chapter's bundle carries it.
 *
 * @param id      its number, such as {@code 3-2(1)}
 * @param module  the module that carries it
 * @param heading the heading it stands under
 * @param text    its wording, mended where the scan was wrong
 * @param scan    its wording as it was scanned, where that differs; else {@code null}
 * @param system  what the system does about it
 */
record Clause(String id, String module, String heading, String text, String scan, Text system) {
}
