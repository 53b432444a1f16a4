/**
 * The ledger as its callers see it: entries are entered, corrected and acted on by a {@link org.daicho.ledger.value.Caller}.
 * <p>
 * The ledger provider implements the services of this package; REST, pages and modules call them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
