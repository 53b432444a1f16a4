/**
 * The engine as OSGi and an embedder see it: opens the ledgers of one council, and puts its services together.
 */
package org.daicho.ledger.engine;
