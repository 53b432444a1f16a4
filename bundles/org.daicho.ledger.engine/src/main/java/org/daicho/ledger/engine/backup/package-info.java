/**
 * Backups and restores: files, manifests, and what becomes of the log.
 */
package org.daicho.ledger.engine.backup;
