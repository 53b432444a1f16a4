package org.daicho.ledger;

import java.util.List;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.RoleGrant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The entries of all ledgers. Safe for use by many threads; a call that writes returns only after the entry is durable.
 * <p>
 * Every method throws {@link LedgerException}: {@code NOT_FOUND} for a ledger or entry that is not there,
 * {@code FORBIDDEN} where the caller's roles don't allow the call, and what else each names.
 */
@ProviderType
public interface Ledger {

    /** The name of the action that makes an entry's first version. */
    String ENTER = Action.ENTER;

    /** The name of the action that corrects an entry. */
    String CORRECT = Action.CORRECT;

    /** The name of the action that destroys an entry's content. */
    String ERASE = Action.ERASE;

    /**
     * Lists the ledgers, also those whose module is absent. Ledgers of the system itself are left out for who may not
     * read them.
     *
     * @param caller who asks
     * @return the ledgers by chapter and id
     */
    List<LedgerInfo> ledgers(Caller caller);

    /**
     * Describes one ledger.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @return the ledger
     */
    LedgerInfo ledger(Caller caller, String ledger);

    /**
     * Returns what a caller's person holds: what was granted by hand, and the roles that follow from entries (8-1(1)),
     * each limited to the module whose register gives it. A role that follows from entries is never one granted by hand.
     *
     * @param caller who asks
     * @return the grants, also those of other days
     */
    List<RoleGrant> grants(Caller caller);

    /**
     * Lists entries as they stand.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param query  which entries; {@code MALFORMED} for an unknown column, a bad cursor or a limit out of range
     * @return a page
     */
    EntryPage list(Caller caller, String ledger, EntryQuery query);

    /**
     * Tells what a column that refers to another ledger takes: the entries that the caller may read there, and those that
     * its definition offers to anybody ({@link org.daicho.ledger.form.Column#offered}).
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param column the column; {@code NOT_FOUND} where it refers to no ledger
     * @param sought a part of what an entry is called or told by, or {@code null} for all
     * @return at most a hundred, by what they are called; empty where the ledger that is meant never was there
     */
    List<Choice> choices(Caller caller, String ledger, String column, String sought);

    /**
     * Reads an entry as it stands.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param id     the entry's id
     * @return its newest version
     */
    Entry get(Caller caller, String ledger, String id);

    /**
     * Reads every version of an entry.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param id     the entry's id
     * @return the versions, oldest first
     */
    List<Entry> versions(Caller caller, String ledger, String id);

    /**
     * Writes a new entry.
     *
     * @param caller     who writes
     * @param ledger     the ledger's id
     * @param submission the values; {@code INVALID} where they break a rule, {@code CONFLICT} where the module is absent
     * @return the entry, durable
     */
    Entry enter(Caller caller, String ledger, Submission submission);

    /**
     * Corrects an entry by appending a version with the whole set of fields.
     *
     * @param caller     who corrects
     * @param ledger     the ledger's id
     * @param id         the entry's id
     * @param version    the version that the caller saw; {@code STALE} where it isn't the newest
     * @param submission the values and the reason
     * @return the new version, durable
     */
    Entry correct(Caller caller, String ledger, String id, int version, Submission submission);

    /**
     * Takes a step of the procedure on an entry.
     *
     * @param caller     who acts
     * @param ledger     the ledger's id
     * @param id         the entry's id
     * @param action     the action's name; {@code CONFLICT} where the entry's state forbids it
     * @param version    the version that the caller saw, or {@code null} to act on whatever is newest
     * @param submission the values of the action's own columns
     * @return the new version, durable
     */
    Entry act(Caller caller, String ledger, String id, String action, Integer version, Submission submission);

    /**
     * Destroys an entry's content for good, in every version; its leaves stay in the log.
     *
     * @param caller  who destroys
     * @param ledger  the ledger's id
     * @param id      the entry's id
     * @param erasure why, how and before whom
     * @return the entry, without its content
     */
    Entry erase(Caller caller, String ledger, String id, Erasure erasure);
}
