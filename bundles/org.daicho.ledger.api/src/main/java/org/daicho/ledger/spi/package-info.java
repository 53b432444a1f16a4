/**
 * What a chapter implements: its definitions, its rules and what it makes due.
 * <p>
 * Chapters register a {@link org.daicho.ledger.spi.LedgerModule}; the ledger provider calls it.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
