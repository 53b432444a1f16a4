/**
 * What a ledger is, as data: the columns, states and actions of its definition, and the layout of its form (様式).
 * <p>
 * Values; a chapter brings definitions, and all else reads them.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
