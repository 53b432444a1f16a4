package org.daicho.ledger.system;

import org.daicho.ledger.value.Entry;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of entries after they are written. A service; called outside locks on the thread of the caller that wrote,
 * before its call returns. An exception is logged and changes nothing.
 */
@ConsumerType
public interface EntryListener {

    /** The service property with the ids of the ledgers it wants to hear of ({@code String+}). */
    String LEDGERS = "daicho.ledgers";

    /**
     * Takes notice of a version.
     *
     * @param entry the version, durable, with secret columns
     */
    void written(Entry entry);
}
