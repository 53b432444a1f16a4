/**
 * What a ledger's definition says of what is handed in: its columns read, filled and guarded.
 */
package org.daicho.ledger.engine.definition;
