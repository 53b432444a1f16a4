package org.daicho.ledger.operation;

import java.time.Instant;

import org.daicho.ledger.value.Text;

/**
 * Something that is wrong with a module that is there.
 *
 * @param module the module's id, or the name of its class where it didn't get as far as to tell
 * @param ledger the ledger concerned, or {@code null} where it is the whole module
 * @param since  since when
 * @param text   what is wrong and what to do; nothing of what was entered
 */
public record ModuleFault(String module, String ledger, Instant since, Text text) {
}
