/**
 * Opens the log at a start, publishes it, and proves entries out of it.
 */
package org.daicho.ledger.engine.log;
