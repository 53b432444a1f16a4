/**
 * Reads entries under the definition that their ledger has now, and shows them to rules and duties.
 */
package org.daicho.ledger.engine.read;
