/**
 * The tests that every chapter and every data source passes, as abstract JUnit 5 classes.
 * <p>
 * A chapter's tests extend {@link org.daicho.ledger.contract.ChapterContract}, a data source's
 * {@link org.daicho.ledger.contract.DataSourceContract}; both work on the real provider over a real database, which
 * {@link org.daicho.ledger.contract.TestLedger} opens for other tests too.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.contract;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
