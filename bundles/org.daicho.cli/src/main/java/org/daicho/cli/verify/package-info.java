/**
 * Verifying a log: over the network with nothing but what it publishes, and from the stored entries up.
 */
package org.daicho.cli.verify;
