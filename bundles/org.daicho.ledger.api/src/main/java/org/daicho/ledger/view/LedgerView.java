package org.daicho.ledger.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the ledgers hold, read only, across modules. Every read is noted; the writer makes sure that none of it changed
 * before the change that rests on it is written. Use it only during the call it was handed to.
 * <p>
 * A ledger that is not known, or whose module never was there, is read as empty.
 */
@ProviderType
public interface LedgerView {

    /** Tells whether a ledger's module is there now. */
    boolean isActive(String ledger);

    /** Reads an entry as it stands. */
    Optional<Entry> entry(String ledger, String id);

    /** Reads every version of an entry, oldest first. */
    List<Entry> versions(String ledger, String id);

    /**
     * Finds the entries whose searchable column has a value, as they stand.
     *
     * @param ledger the ledger's id
     * @param column a searchable column
     * @param value  the whole value; for a person the id
     * @return the entries, oldest first
     */
    List<Entry> find(String ledger, String column, String value);

    /**
     * Reads the entries of a span of days, as they stand.
     *
     * @param ledger the ledger's id
     * @param from   the first day of the period field, or {@code null}
     * @param to     the last day, inclusive, or {@code null}
     * @return the entries, oldest first
     */
    List<Entry> between(String ledger, LocalDate from, LocalDate to);

    /** Reads all entries of a ledger as they stand, oldest first. */
    List<Entry> all(String ledger);

    /** Finds the places and cabinets that live modules register. */
    List<Place> places();

    /**
     * Gathers what a person still holds, over all modules that are there (2-4). A ledger whose module is not there, as
     * {@link #isActive} tells, contributes nothing: what it keeps is to be looked up on paper.
     *
     * @param leaving the person who leaves
     * @return the open items by ledger
     * @throws org.daicho.ledger.LedgerException UNAVAILABLE where a module can't tell, as nothing may go unseen; let it
     *                                           pass
     */
    List<OpenItem> openItems(Person leaving);

    /** Finds a person by account name or person id. */
    Optional<Person> person(String accountOrId);

    /**
     * Tells when the check of a living list or a month was last signed.
     *
     * @param ledger the ledger's id
     * @param period {@code 2026-11} or {@code current}
     * @return the day in Asia/Tokyo, or empty where it was not signed
     */
    Optional<LocalDate> checkedOn(String ledger, String period);
}
