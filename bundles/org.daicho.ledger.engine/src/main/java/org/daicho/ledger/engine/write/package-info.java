/**
 * The one writer, and the steps that every change takes to it.
 */
package org.daicho.ledger.engine.write;
