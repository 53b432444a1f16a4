/**
 * Who calls: what servlets and other bundles need to tell callers from strangers.
 * <p>
 * The access bundle implements these services; bundles with servlets of their own, and operations, call them. Where the
 * services are gone, their callers refuse.
 */
@Export
@Version("1.0.0")
package org.daicho.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
