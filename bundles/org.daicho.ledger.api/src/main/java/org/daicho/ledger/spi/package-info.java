/**
 * What modules implement: their ledgers as data, their rules, their duties.
 * <p>
 * Modules implement {@link org.daicho.ledger.spi.LedgerModule}; only the ledger provider calls it.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
