package org.daicho.cli.verify;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells on standard error how far a long verification is; a short one ends before the first line.
 */
final class Progress {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(3);

    private final LongSupplier nanos;
    private long last;

    Progress() {
        this(System::nanoTime);
    }

    Progress(LongSupplier nanos) {
        this.nanos = nanos;
        last = nanos.getAsLong();
    }

    /** Takes how many leaves are done, of how many; negative where that is not known. */
    void done(long done, long size) {
        long now = nanos.getAsLong();
        if (now - last >= PAUSE && done != size) {
            last = now;
            System.err.printf("daicho: 検証しています / verifying … %,d%s%n", done,
                    size < 0 ? "" : String.format(" / %,d", size));
        }
    }
}
