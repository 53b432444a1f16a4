/**
 * The forms (様式) as data: definitions of ledgers, sheets, checks and duties.
 * <p>
 * All of it is values; the ledger provider makes them, REST, pages and modules read them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
