/**
 * What a chapter sees of the ledgers while its rules and duties run.
 * <p>
 * The ledger provider implements it and hands it to what a chapter brought.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.view;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
