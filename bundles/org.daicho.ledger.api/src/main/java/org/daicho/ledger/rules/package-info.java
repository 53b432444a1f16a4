/**
 * The kit for chapters: what most of them would write alike. Days and names as the council compares them, the usual rules
 * and duties, the definitions that a bundle carries.
 * <p>
 * Nothing here has a state, and no chapter needs it: it stands on the interfaces of {@link org.daicho.ledger.spi}.
 */
@Export
@Version("1.0.0")
package org.daicho.ledger.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
