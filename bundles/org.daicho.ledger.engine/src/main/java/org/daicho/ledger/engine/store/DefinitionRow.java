package org.daicho.ledger.engine.store;

/**
 * A stored definition.
 *
 * @param digest    the SHA-256 of its canonical JSON, in hex
 * @param ledger    the ledger's id
 * @param revision  its revision
 * @param leafIndex the index of its leaf
 * @param json      the canonical JSON
 */
public record DefinitionRow(String digest, String ledger, int revision, long leafIndex, String json) {
}
