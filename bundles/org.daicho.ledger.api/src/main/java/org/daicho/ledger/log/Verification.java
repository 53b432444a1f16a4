package org.daicho.ledger.log;

import org.daicho.ledger.value.Text;

/**
 * The outcome of a verification.
 *
 * @param ok       whether everything fits
 * @param treeSize the size of the tree that was verified
 * @param erased   how many leaves belong to entries whose content was destroyed
 * @param root     the recomputed root hash in base64, or {@code null} where it was not reached
 * @param finding  what was found, naming the first leaf that does not fit
 */
public record Verification(boolean ok, long treeSize, long erased, String root, Text finding) {
}
