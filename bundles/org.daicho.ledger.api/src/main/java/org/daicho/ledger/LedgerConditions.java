package org.daicho.ledger;

/**
 * The ids of the OSGi conditions (property {@code osgi.condition.id}) that tell what is ready.
 */
public interface LedgerConditions {

    /** The ledger has opened its database and log, and serves. Registered by the ledger provider. */
    String LEDGER_READY = "org.daicho.ledger.ready";

    /** A filter for {@link #LEDGER_READY}. */
    String LEDGER_READY_FILTER = "(osgi.condition.id=" + LEDGER_READY + ")";

    /**
     * The ledgers of a module are taken in, and serve. Registered by the ledger provider, once for each module, as long as
     * any of its ledgers is live.
     */
    String LEDGERS_LIVE = "org.daicho.ledger.live";

    /** A filter for {@link #LEDGERS_LIVE}, to be narrowed by {@link #LEDGER}. */
    String LEDGERS_LIVE_FILTER = "(osgi.condition.id=" + LEDGERS_LIVE + ")";

    /** The property of {@link #LEDGERS_LIVE} with the ids of the module's ledgers that are live, an array. */
    String LEDGER = "daicho.ledger";

    /** The whole system serves: ledger, HTTP and every REST application. Registered by operations. */
    String READY = "org.daicho.ready";

    /** A filter for {@link #READY}. */
    String READY_FILTER = "(osgi.condition.id=" + READY + ")";
}
