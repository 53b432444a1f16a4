package org.daicho.ledger.engine.definition;

import org.daicho.ledger.form.Definition;

/**
 * A definition that the log holds.
 *
 * @param definition the definition
 * @param digest     the SHA-256 of its canonical JSON, in hex
 */
public record KnownDefinition(Definition definition, String digest) {
}
