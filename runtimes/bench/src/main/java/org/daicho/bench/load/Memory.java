package org.daicho.bench.load;

import java.lang.management.ManagementFactory;

/**
 * How much of this process's heap is in use by what lives.
 */
public final class Memory {

    private static final int COLLECTIONS = 2;

    private Memory() {
    }

    /** Collects the garbage and returns what is left of the heap, in bytes. */
    public static long live() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
