/**
 * Decides what a caller may do and see, and records who read what.
 */
package org.daicho.ledger.engine.right;
