/**
 * How the ledgers are run: their health and figures, the faults of modules, backups, audits and restores.
 * <p>
 * The ledger provider implements the services; operations, REST and the commands call them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.operation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
