/**
 * The tables: what is written to them and read from them, encrypted and committed to.
 */
package org.daicho.ledger.engine.store;
