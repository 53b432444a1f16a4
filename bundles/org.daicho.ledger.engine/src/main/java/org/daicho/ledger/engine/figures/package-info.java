/**
 * What is counted and measured while the ledgers serve.
 */
package org.daicho.ledger.engine.figures;
