package org.daicho.ledger;

import org.daicho.ledger.form.Definition;

/**
 * A ledger that the system knows.
 *
 * @param definition its newest definition
 * @param digest     the SHA-256 of the definition's canonical JSON, in hex
 * @param active     whether its module is there; without it the ledger is read only
 */
public record LedgerInfo(Definition definition, String digest, boolean active) {
}
