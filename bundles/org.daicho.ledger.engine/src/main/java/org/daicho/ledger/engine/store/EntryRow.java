package org.daicho.ledger.engine.store;

import java.time.LocalDate;

/**
 * Where an entry stands.
 *
 * @param entry     the entry's id
 * @param ledger    the ledger's id
 * @param firstLeaf the index of the first version's leaf
 * @param lastLeaf  the index of the newest version's leaf
 * @param version   the number of the newest version
 * @param state     the state after it
 * @param day       the day of its period field
 * @param erasure   the id of the record of its erasure, or {@code null}
 */
public record EntryRow(String entry, String ledger, long firstLeaf, long lastLeaf, int version, String state,
        LocalDate day, String erasure) {
}
