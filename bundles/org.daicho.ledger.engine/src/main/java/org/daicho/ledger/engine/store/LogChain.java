package org.daicho.ledger.engine.store;

import java.util.List;

/**
 * The log that began the ledgers and those that took over from each other after restores. Leaves have one ascending
 * position over all of them; a leaf's index in its own tree is its position less the log's base.
 *
 * @param first      the origin of the first log
 * @param successors the logs after it, in their order
 */
public record LogChain(String first, List<LogRow> successors) {

    /** Returns the number of the log that is written now; the first one's is 1. */
    public int newest() {
        return successors.size() + 1;
    }

    /** Returns a log's origin. */
    public String origin(int log) {
        return log == 1 ? first : successor(log).origin();
    }

    /** Returns the position of a log's first leaf. */
    public long base(int log) {
        return log == 1 ? 0 : successor(log).base();
    }

    /** Returns a log other than the first. */
    public LogRow successor(int log) {
        return successors.get(log - 2);
    }

    /** Returns the origin of the log that comes after the newest. */
    public String nextOrigin() {
        return first + "/" + (newest() + 1);
    }

    /** Returns the number of the log that holds a position. */
    public int holding(long position) {
        int log = newest();
        while (base(log) > position) {
            log--;
        }
        return log;
    }
}
