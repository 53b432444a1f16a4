/**
 * What the system's own bundles bring to the ledger: people, terminals, copies of the database, renderers of sheets.
 * <p>
 * Access, data sources and sheets implement these services; the ledger provider and REST call them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.system;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
