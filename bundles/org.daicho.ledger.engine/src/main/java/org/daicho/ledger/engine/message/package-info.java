/**
 * The sentences that people get to read, in Japanese and English.
 */
package org.daicho.ledger.engine.message;
