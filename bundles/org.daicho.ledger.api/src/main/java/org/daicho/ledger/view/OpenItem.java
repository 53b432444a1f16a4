package org.daicho.ledger.view;

import org.daicho.ledger.value.Text;

/**
 * Something that a person still holds (2-4).
 *
 * @param ledger the ledger's id
 * @param entry  the entry's id
 * @param text   what it is and what to do with it
 */
public record OpenItem(String ledger, String entry, Text text) {
}
