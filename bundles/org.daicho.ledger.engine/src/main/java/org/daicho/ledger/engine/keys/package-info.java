/**
 * The key folder: the keys of the log, of the search and of each entry, and how a key is destroyed.
 */
package org.daicho.ledger.engine.keys;
