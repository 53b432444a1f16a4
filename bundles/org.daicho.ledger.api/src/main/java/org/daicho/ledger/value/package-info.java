/**
 * What everybody says of a ledger: people and their roles, entries and their fields, words in two languages.
 * <p>
 * Values that never change; they know no service.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.value;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
