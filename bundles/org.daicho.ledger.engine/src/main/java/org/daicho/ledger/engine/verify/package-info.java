/**
 * Recomputes what is stored from its first leaf on, and says where it does not hold.
 */
package org.daicho.ledger.engine.verify;
