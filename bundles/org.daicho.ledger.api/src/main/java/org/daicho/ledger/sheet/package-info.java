/**
 * The paper sheets of a form, the checks that are signed under them, and what the procedure makes due.
 * <p>
 * Values; the ledger provider makes them, REST, pages and printing read them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.sheet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
