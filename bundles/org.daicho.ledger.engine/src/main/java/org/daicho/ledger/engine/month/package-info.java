/**
 * The sheets of a month or a list, their checks and improvements, and what is due.
 */
package org.daicho.ledger.engine.month;
