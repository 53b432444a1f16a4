package org.daicho.ledger.log;

import java.util.Optional;
import java.util.function.LongConsumer;

import org.daicho.ledger.value.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The log that is written now: one Merkle tree over versions of entries and definitions (RFC 6962 hashing), with a
 * signed checkpoint. After a restore it may have taken over from another one, which is served too. Safe for use by many
 * threads.
 */
@ProviderType
public interface LedgerLog extends PublishedLog {

    /** Returns the number of the log that is written now: 1, and one more for each that took over after a restore. */
    int number();

    /** Finds a log that was taken over from, or the one that is written now, by its number. */
    Optional<PublishedLog> log(int number);

    /**
     * Proves that a version of an entry is in the tree of the newest checkpoint.
     *
     * @param caller  who asks; only who may read the entry gets openings
     * @param ledger  the ledger's id
     * @param id      the entry's id
     * @param version the version, or {@code null} for the newest
     * @return the proof
     */
    Proof proof(Caller caller, String ledger, String id, Integer version);

    /**
     * Recomputes every hash from the stored entries and checks the signed checkpoint.
     *
     * @param progress called now and then with the number of leaves done
     * @return what was found
     */
    Verification verify(LongConsumer progress);
}
