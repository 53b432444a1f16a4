/**
 * Takes what callers want of the entries of a ledger: to find, write and destroy them.
 */
package org.daicho.ledger.engine.entry;
