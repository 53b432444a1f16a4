package org.daicho.ledger;

/**
 * How the ledger is doing.
 *
 * @param answers  whether the database answers
 * @param writing  whether the writer is alive
 * @param queued   how many writes wait for it
 * @param treeSize the number of leaves in the log
 * @param keptSize the number of leaves in the checkpoint that is kept beside the keys, which follows within seconds; -1
 *                 where there is none to be read
 */
public record LedgerState(boolean answers, boolean writing, int queued, long treeSize, long keptSize) {
}
