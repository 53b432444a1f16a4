package org.daicho.ledger.jdbc.internal.store;

/**
 * Where an entry stands.
 *
 * @param entry     the entry's id
 * @param ledger    the ledger's id
 * @param firstLeaf the index of the first version's leaf
 * @param version   the number of the newest version
 * @param erasure   the id of the record of its erasure, or {@code null}
 */
public record EntryRow(String entry, String ledger, long firstLeaf, int version, String erasure) {
}
