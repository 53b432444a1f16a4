/**
 * The modules that are there: their ledgers, and how their code is called without harm to others.
 */
package org.daicho.ledger.engine.module;
