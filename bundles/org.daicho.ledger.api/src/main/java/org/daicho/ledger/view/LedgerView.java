package org.daicho.ledger.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the ledgers hold, read only, across modules, as the module may see it that the view is handed to: columns that
 * another module keeps secret are left out. Every read is noted; the writer makes sure that none of it changed before the
 * change that rests on it is written. Within one request a ledger is read once, however often it is asked for. Use a view
 * only during the call it was handed to.
 * <p>
 * A ledger that is not known, or whose module never was there, is read as empty. Lists are never {@code null}, can't be
 * changed, and have the oldest entry first, each as it stands. An entry stands as long as its content was not destroyed.
 */
@ProviderType
public interface LedgerView {

    /** Returns the day in Asia/Tokyo, the same throughout a request. */
    LocalDate today();

    /** Returns the time in Asia/Tokyo, the same throughout a request. */
    OffsetDateTime now();

    /** Tells whether a ledger's module is there now. */
    boolean isActive(String ledger);

    /**
     * Returns what a ledger is, with the labels of its columns and states.
     *
     * @param ledger the ledger's id
     * @return its module's definition, else the newest that is stored; empty where the ledger never was there
     */
    Optional<Definition> definition(String ledger);

    /** Reads an entry as it stands, also one whose content was destroyed. */
    Optional<Entry> entry(String ledger, String id);

    /** Reads every version of an entry, oldest first. */
    List<Entry> versions(String ledger, String id);

    /**
     * Finds the standing entries whose searchable column has a value.
     *
     * @param ledger the ledger's id
     * @param column a searchable column
     * @param value  the whole value; for a person the id; of a column that refers to an entry also that entry's id;
     *               {@code null} finds nothing
     * @param states the states that an entry has one of; none for all
     * @return the entries
     * @throws IllegalArgumentException where the column is not searchable, or another module's secret
     */
    List<Entry> find(String ledger, String column, String value, String... states);

    /**
     * Reads the standing entries of a span of days.
     *
     * @param ledger the ledger's id
     * @param from   the first day of the period field, or {@code null}
     * @param to     the last day, inclusive, or {@code null}
     * @param states the states that an entry has one of; none for all
     * @return the entries
     */
    List<Entry> between(String ledger, LocalDate from, LocalDate to, String... states);

    /**
     * Reads the standing entries of a ledger.
     *
     * @param ledger the ledger's id
     * @param states the states that an entry has one of; none for all
     * @return the entries
     */
    List<Entry> standing(String ledger, String... states);

    /** Reads all entries of a ledger, also those whose content was destroyed. */
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
     * @param period a month or the list as it stands
     * @return the day in Asia/Tokyo, or empty where it was not signed
     */
    Optional<LocalDate> checkedOn(String ledger, SheetPeriod period);
}
