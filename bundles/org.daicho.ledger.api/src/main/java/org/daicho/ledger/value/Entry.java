package org.daicho.ledger.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One version of an entry of a ledger. A version never changes; a correction or an action appends another.
 *
 * @param id            the entry's opaque random id
 * @param ledger        the ledger's id
 * @param version       1 for the first version, then counting up
 * @param state         the state after this version
 * @param action        what made this version: {@code enter}, {@code correct}, or an action of the definition
 * @param fields        the values as the caller may see them; empty once erased
 * @param links         what its columns refer to, by column; empty once erased
 * @param by            who wrote this version
 * @param as            the role it was done in, for {@code manager} and {@code deputy} told apart (1-3)
 * @param at            when it was written
 * @param createdBy     who wrote the first version
 * @param createdAt     when the first version was written
 * @param day           the day of the period field, else the day of {@code createdAt} in Asia/Tokyo
 * @param leafIndex     the index of this version's leaf in the log, from 0
 * @param reason        why it was corrected, or {@code null}
 * @param confirmations the confirmed warnings by code, with the reasons given; empty mostly
 * @param definition    the digest (SHA-256, hex) of the definition it was written under
 * @param erased        set once the entry's content was destroyed, else {@code null}
 */
public record Entry(String id, String ledger, int version, String state, String action, Fields fields,
        Map<String, Link> links, Person by, Role as, Instant at, Person createdBy, Instant createdAt, LocalDate day,
        long leafIndex, String reason,
        Map<String, String> confirmations, String definition, Erased erased) {

    public Entry {
        links = Map.copyOf(links);
        confirmations = Map.copyOf(confirmations);
    }

    /**
     * That an entry's content was destroyed for good.
     *
     * @param by     who destroyed it
     * @param at     when
     * @param reason why
     */
    public record Erased(Person by, Instant at, String reason) {
    }
}
