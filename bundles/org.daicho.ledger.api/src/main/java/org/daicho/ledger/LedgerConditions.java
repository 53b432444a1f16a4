package org.daicho.ledger;

/**
 * The ids of the OSGi conditions (property {@code osgi.condition.id}) that tell what is ready.
 */
public interface LedgerConditions {

    /** The ledger has opened its database and log, and serves. Registered by the ledger provider. */
    String LEDGER_READY = "org.daicho.ledger.ready";

    /** A filter for {@link #LEDGER_READY}. */
    String LEDGER_READY_FILTER = "(osgi.condition.id=" + LEDGER_READY + ")";

    /** The whole system serves: ledger, HTTP and every REST application. Registered by operations. */
    String READY = "org.daicho.ready";

    /** A filter for {@link #READY}. */
    String READY_FILTER = "(osgi.condition.id=" + READY + ")";
}
