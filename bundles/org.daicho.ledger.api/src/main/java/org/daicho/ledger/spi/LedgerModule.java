package org.daicho.ledger.spi;

import java.util.List;

import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A chapter, or another part of the system that keeps ledgers. Registered as a service with the properties of
 * {@link DaichoModule}; where two claim one ledger, the higher {@code service.ranking} has it, then the lower
 * {@code service.id}.
 * <p>
 * The ledger calls from several threads at once and holds no lock meanwhile. Nothing here may block on anything but the
 * view. What throws or takes longer than the ledger's deadline (5 seconds) fails the one call it serves.
 */
@ConsumerType
public interface LedgerModule {

    /**
     * Returns the definitions of the module's ledgers.
     *
     * @return JSON documents as the provider's schema asks; called once when the module comes
     */
    List<String> definitions();

    /**
     * Returns the rules of the module's ledgers.
     *
     * @return the rules; called once when the module comes
     */
    List<Rule> rules();

    /**
     * Returns what makes things due in the module's ledgers.
     *
     * @return the sources of duties; called once when the module comes
     */
    default List<DutySource> duties() {
        return List.of();
    }

    /**
     * Returns what changes of the module's ledgers bring about in others.
     *
     * @return the consequences; called once when the module comes
     */
    default List<Consequence> consequences() {
        return List.of();
    }

    /**
     * Returns the places and cabinets that the module registers.
     *
     * @param view what the ledgers hold
     * @return the places; empty for most modules
     */
    default List<Place> places(LedgerView view) {
        return List.of();
    }

    /**
     * Returns what a person still holds, to be returned or disposed of before the person leaves (2-4).
     *
     * @param leaving the person who leaves
     * @param view    what the ledgers hold
     * @return the open items of this module's ledgers
     */
    default List<OpenItem> openItems(Person leaving, LedgerView view) {
        return List.of();
    }

    /**
     * Returns what the rules and duties look at in ledgers of other modules, so that a column that is missed there is
     * found before anyone misses what follows from it.
     *
     * @return each ledger once
     */
    default List<Reliance> reliances() {
        return List.of();
    }

    /**
     * Reads fields that were written under an earlier revision of a definition. Pure: the stored version never changes.
     *
     * @param ledger   the ledger's id
     * @param revision the revision that the fields were written under
     * @param fields   the fields as stored
     * @return the fields as the newest definition has them
     */
    default Fields upcast(String ledger, int revision, Fields fields) {
        return fields;
    }
}
