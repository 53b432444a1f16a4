package org.daicho.ledger.engine.module;

import java.util.concurrent.TimeUnit;

/**
 * Counts the calls of one module, so that its calls that never return hold no more threads than these, and soon no
 * caller. Safe for use by many threads.
 */
final class Bulkhead {

    /** So many calls that are over their deadline, and the module is called no more until some return. */
    static final int MOST_STUCK = 8;

    /** So many calls at once; more wait for their turn. */
    static final int MOST_RUNNING = 64;

    private int running;
    private int stuck;
    private boolean gone;

    /**
     * Waits for a turn.
     *
     * @param nanos  how long at most
     * @param nested whether the call comes from within another module's; it doesn't wait, as that holds a turn itself
     * @return whether the module may be called
     */
    synchronized boolean enter(long nanos, boolean nested) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!nested && running >= MOST_RUNNING && stuck < MOST_STUCK) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        if (stuck >= MOST_STUCK) {
            return false;
        }
        running++;
        return true;
    }

    /** Notes that a running call is over its deadline; tells whether the module is now called no more. */
    synchronized boolean stick() {
        stuck++;
        notifyAll();
        return stuck == MOST_STUCK;
    }

    /** Notes that a call returned; tells whether the module is called again from now on. */
    synchronized boolean leave(boolean wasStuck) {
        running--;
        if (wasStuck) {
            stuck--;
        }
        notifyAll();
        return wasStuck && stuck == MOST_STUCK - 1;
    }

    synchronized boolean isShut() {
        return stuck >= MOST_STUCK;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** Notes that the module went away. */
    synchronized void go() {
        gone = true;
    }
}
