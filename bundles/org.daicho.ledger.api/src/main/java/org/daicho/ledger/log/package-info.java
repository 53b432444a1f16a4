/**
 * The transparency log behind the ledgers, in the public C2SP formats.
 * <p>
 * The ledger provider implements it; REST and the commands call it.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.log;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
