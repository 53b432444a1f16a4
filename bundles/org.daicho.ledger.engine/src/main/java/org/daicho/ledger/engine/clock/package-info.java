/**
 * The time and the day of the ledgers.
 */
package org.daicho.ledger.engine.clock;
