package org.daicho.ledger.engine.store;

import java.time.LocalDate;

/**
 * A version of an entry as the database has it.
 *
 * @param leafIndex  the index of its leaf
 * @param entry      the entry's id
 * @param ledger     the ledger's id
 * @param version    the number of the version
 * @param state      the state after it
 * @param day        the day of its period field
 * @param writtenAt  when it was written, in milliseconds since 1970 (UTC)
 * @param definition the digest of its definition
 * @param content    the ciphertext; {@code null} once erased
 * @param firstLeaf  the index of the first version's leaf
 * @param erasure    the id of the record of its erasure, or {@code null}
 */
public record VersionRow(long leafIndex, String entry, String ledger, int version, String state, LocalDate day,
        long writtenAt, String definition, byte[] content, long firstLeaf, String erasure) {

    /** Returns the version as one of an entry that stands so. */
    VersionRow of(EntryRow standing) {
        return new VersionRow(leafIndex, entry, ledger, version, state, day, writtenAt, definition, content,
                standing.firstLeaf(), standing.erasure());
    }
}
